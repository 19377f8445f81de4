// While a release goes out, the version before it works on the new schema: what a migration may do (docs/deploy-railway.md).
import { partsOf, statementsOf } from './sql-statements.mjs';

/**
 * @typedef {import('./read-migrations.mjs').Migration} Migration
 * @typedef {object} Standing what is known while a statement is judged
 * @property {Set<string>} columns `table.column` of the version before
 * @property {Set<string>} plainIndexes indexes that keep nobody from anything
 * @property {Set<string>} left `table` and `table.column` that the code of a live release does not use any more
 * @property {Set<string>} leaving the same of this migration
 * @property {Set<string>} made tables that this migration made
 * @property {Map<string, boolean>} added columns that this migration added; true: may be null
 * @property {boolean} contract the migration calls itself one
 */

const bare = (/** @type {string} */ name) =>
  name
    .replaceAll('"', '')
    .replace(/^public\./i, '')
    .toLowerCase();
const NAME = String.raw`((?:"[^"]+"|[\w]+)(?:\.(?:"[^"]+"|\w+))?)`;
const like = (/** @type {string} */ pattern) => new RegExp(`^${pattern}`, 'i');

const ALWAYS =
  /^(create (type|sequence|extension|function|view|schema|domain)|grant|comment on|insert into|analyze)\b/i;
const CREATE_TABLE = like(`create table (?:if not exists )?${NAME}`);
const CREATE_INDEX = like(
  `create (unique )?index (?:concurrently )?(?:if not exists )?(?:${NAME} )?on (?:only )?${NAME}(.*)`,
);
const CREATE_POLICY = like(`create policy ${NAME} on ${NAME}(.*)`);
const CREATE_TRIGGER = like(`create trigger ${NAME} .*? on ${NAME}`);
const DROP = like(`drop (table|index|function|type|view|sequence) (?:if exists )?${NAME}`);
const UPDATE = like(`update (?:only )?${NAME} set (.*?)(?: from | where |$)`);
const ALTER_TABLE = like(`alter table (?:if exists )?(?:only )?${NAME} (.*)`);
const ADD_COLUMN = like(`add column (?:if not exists )?${NAME} (.*)`);
const ADD_CONSTRAINT = like(`add constraint ${NAME} (.*)`);
const DROP_COLUMN = like(`drop column (?:if exists )?${NAME}`);
const SET_DEFAULT = like(`alter column ${NAME} set default `);
const HARMLESS = /^(validate constraint|attach partition|set \(|alter column \S+ set statistics)/i;

const NEEDS_CONTRACT =
  'is for a migration called `contract_…`, after a release whose code does without it is live';
const NEEDS_REASON =
  'may break the version before: write `-- safe: why it goes on working` above it, or do it another way';
const NEVER = 'breaks the version before: add beside it, move over, remove one release later';

/** @param {string} table @param {string} text @param {Standing} standing columns of before that it names */
const oldColumnsIn = (table, text, { columns }) =>
  [...text.replace(/'(?:[^']|'')*'/g, '').matchAll(/"([^"]+)"|(\w+)/g)]
    .map(([, quoted, plain]) => `${table}.${(quoted ?? plain ?? '').toLowerCase()}`)
    .filter((column) => columns.has(column));

/** @param {string} table @param {string} text @param {Standing} standing */
const namesEmptyColumn = (table, text, { added }) =>
  [...added].some(([column, nullable]) => {
    const [of, name] = column.split('.');
    return nullable && of === table && new RegExp(`\\b${name}\\b`, 'i').test(text);
  });

/** @param {string} table @param {string} rule @param {Standing} standing */
function judgeConstraint(table, rule, standing) {
  if (/^check\b/i.test(rule)) return oldColumnsIn(table, rule, standing).length === 0 ? null : NEEDS_REASON;
  const [own = ''] = rule.split(/references/i);
  // a row of the version before leaves it empty, which no key looks at
  return namesEmptyColumn(table, own, standing) ? null : NEEDS_REASON;
}

/** @param {string} table @param {string} action @param {Standing} standing @returns {string | null} */
function judgeAction(table, action, standing) {
  const column = ADD_COLUMN.exec(action);
  if (column) {
    const [, name = '', rest = ''] = column;
    const filled = /\b(default|generated)\b/i.test(rest);
    const nullable = !/\bnot null\b/i.test(rest) && !filled;
    standing.added.set(`${table}.${bare(name)}`, nullable);
    if (/\b(unique|primary key|references|check)\b/i.test(rest)) return NEEDS_REASON;
    return nullable || filled ? null : 'is NOT NULL without a default: the version before does not write it';
  }
  const constraint = ADD_CONSTRAINT.exec(action);
  if (constraint) return judgeConstraint(table, constraint[2] ?? '', standing);
  const dropped = DROP_COLUMN.exec(action);
  if (dropped) {
    const key = `${table}.${bare(dropped[1] ?? '')}`;
    return standing.contract && standing.left.has(key) ? null : NEEDS_CONTRACT;
  }
  const defaulted = SET_DEFAULT.exec(action);
  if (defaulted) return standing.leaving.has(`${table}.${bare(defaulted[1] ?? '')}`) ? null : NEEDS_REASON;
  if (HARMLESS.test(action)) return null;
  if (/^rename\b/i.test(action) || /^alter column \S+ (set data )?type\b/i.test(action)) return NEVER;
  if (/^alter column \S+ set not null/i.test(action) && !standing.contract) return NEEDS_CONTRACT;
  return NEEDS_REASON;
}

/** @param {string} text @param {Standing} standing @returns {string | null} why not */
function judge(text, standing) {
  if (ALWAYS.test(text)) return null;
  const created = CREATE_TABLE.exec(text);
  if (created) {
    standing.made.add(bare(created[1] ?? ''));
    return null;
  }
  const altered = ALTER_TABLE.exec(text);
  if (altered) {
    const table = bare(altered[1] ?? '');
    if (standing.made.has(table)) return null;
    return partsOf(altered[2] ?? '').reduce(
      (/** @type {string | null} */ found, action) => judgeAction(table, action, standing) ?? found,
      null,
    );
  }
  const index = CREATE_INDEX.exec(text);
  if (index) {
    const [, unique, , on = '', rest = ''] = index;
    const table = bare(on);
    if (!unique || standing.made.has(table)) return null;
    return namesEmptyColumn(table, rest, standing) ? null : NEEDS_REASON;
  }
  const policy = CREATE_POLICY.exec(text);
  if (policy) {
    const mayNarrow = /\brestrictive\b/i.test(policy[3] ?? '');
    return mayNarrow && !standing.made.has(bare(policy[2] ?? '')) ? NEEDS_REASON : null;
  }
  const trigger = CREATE_TRIGGER.exec(text);
  if (trigger) return standing.made.has(bare(trigger[2] ?? '')) ? null : NEEDS_REASON;
  const updated = UPDATE.exec(text);
  if (updated) {
    const targets = partsOf(updated[2] ?? '').map((part) => bare(part.split('=')[0]?.trim() ?? ''));
    const table = bare(updated[1] ?? '');
    return targets.every((name) => standing.added.has(`${table}.${name}`)) ? null : NEEDS_REASON;
  }
  const dropped = DROP.exec(text);
  if (dropped) {
    const [, kind = '', target = ''] = dropped;
    const name = bare(target);
    if (/index/i.test(kind) && standing.plainIndexes.has(name)) return null;
    if (/table/i.test(kind)) return standing.contract && standing.left.has(name) ? null : NEEDS_CONTRACT;
    return standing.contract ? NEEDS_REASON : NEEDS_CONTRACT;
  }
  return NEEDS_REASON;
}

const SAFE = /^safe: .{15,}/im;

/** @param {string} name @param {string} sql @param {Standing} standing @returns {string[]} */
const refusals = (name, sql, standing) =>
  statementsOf(sql).flatMap(({ text, said }) => {
    const why = judge(text, standing);
    // that a released version always fills a column is its author's word
    const maySay = why === NEEDS_REASON || (standing.contract && /set not null/i.test(text));
    return why && !(SAFE.test(said) && maySay) ? [`${name}: ${text.slice(0, 120)}\n  ${why}`] : [];
  });

/**
 * What would break the version that still runs while these migrations are applied. In: all of them in order, and the newest
 * that a live system had when its code was built: those up to it are history.
 * @param {readonly Migration[]} migrations @param {string} released
 * @returns {string[]} a line for each statement that is refused
 */
export function findBreaking(migrations, released) {
  if (!migrations.some(({ name }) => name === released)) return [`there is no migration ${released}`];
  /** @type {Pick<Standing, 'columns' | 'plainIndexes' | 'left'>} */
  const known = { columns: new Set(), plainIndexes: new Set(), left: new Set() };
  /** @type {string[]} */
  const found = [];
  for (const { name, sql, changes } of migrations) {
    const isPlace = (/** @type {string} */ kind) => kind === 'tables' || kind === 'columns';
    const leaving = new Set(
      changes.filter(({ op, kind }) => op === 'drop' && isPlace(kind)).map(({ place }) => place),
    );
    if (name > released) {
      const fresh = { made: new Set(), added: new Map(), leaving, contract: /^\d+_contract_/.test(name) };
      found.push(...refusals(name, sql, { ...known, ...fresh }));
    } else {
      for (const place of leaving) known.left.add(place);
    }
    for (const { op, kind, place, isUnique } of changes) {
      if (kind === 'columns' && op === 'create') known.columns.add(place);
      if (kind === 'indexes' && op === 'create' && isUnique === false) known.plainIndexes.add(place);
    }
  }
  return found;
}
