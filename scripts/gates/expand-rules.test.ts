import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBreaking } from './expand-rules.mjs';
import { readMigrations } from './read-migrations.mjs';
import { statementsOf } from './sql-statements.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const migrations = readMigrations(path.join(root, 'packages/db/migrations'));
const newest = migrations.at(-1)?.name ?? '';

/** What is said about these statements as the next release's migration. */
const judge = (sql: string, name = '29990101000000_next') =>
  findBreaking([...migrations, { name, sql, changes: [] }], newest);

test.each([
  [
    'a new table with everything',
    'create table a (id uuid); alter table a force row level security; create unique index on a (id)',
  ],
  ['a column that may be empty', 'alter table shifts add column colour text'],
  ['a column with a default', 'alter table "shifts" add column "seats" integer default 1 not null'],
  [
    'a check of the new column',
    `alter table shifts add column colour text, add constraint c check (colour in ('notes')) not valid`,
  ],
  [
    'a key from the new column',
    'alter table shifts add column room uuid; alter table shifts add foreign key (organization_id, room) references rooms (a, b)'.replace(
      'add foreign',
      'add constraint r foreign',
    ),
  ],
  [
    'filling the new column',
    `alter table shifts add column colour text; update shifts set colour = 'red' where notes is null`,
  ],
  ['an index', 'create index on_colour on shifts (organization_id, notes)'],
  ['a grant', 'grant select on shifts to vaktplan_relay'],
  ['an index that only made things quick', 'drop index refused_taps_open'],
  [
    'a reason',
    "-- safe: no version ever wrote another value\nalter table shifts add constraint c check (notes <> 'x')",
  ],
])('%s: the version before goes on working', (_what, sql) => {
  expect(judge(sql)).toEqual([]);
});

test.each([
  ['a column goes', 'alter table shifts drop column notes', /called `contract_/],
  ['a table goes', 'drop table shifts', /called `contract_/],
  ['a column has another name', 'alter table shifts rename column notes to words', /add beside it/],
  ['a table has another name', 'alter table "shifts" rename to "turns"', /add beside it/],
  ['a column has another type', 'alter table shifts alter column notes type integer', /add beside it/],
  ['a column must be filled', 'alter table shifts add column colour text not null', /does not write it/],
  ['an old column must be filled', 'alter table shifts alter column notes set not null', /called `contract_/],
  [
    'a check of an old column',
    'alter table shifts add constraint c check (length(notes) < 3) not valid',
    /safe:/,
  ],
  [
    'a check of old and new',
    'alter table devices add column p text; alter table devices add constraint c check ((push_token is null) = (p is null))',
    /safe:/,
  ],
  ['only one of each', 'create unique index one on shifts (organization_id, notes)', /safe:/],
  ['a trigger on what is there', 'create trigger t before insert on shifts execute function f()', /safe:/],
  ['rows are changed', `update shifts set notes = ''`, /safe:/],
  ['rows are removed', 'delete from shifts', /safe:/],
  ['somebody may less', 'revoke select on shifts from vaktplan_app', /safe:/],
  ['a rule of rows goes', 'drop policy shifts_tenant on shifts', /safe:/],
  [
    'anything by hand',
    "do $$ begin execute 'alter table shifts drop column notes; select 1'; end $$",
    /safe:/,
  ],
  [
    'a drop with an excuse',
    '-- safe: nobody uses this column any more, says its author\nalter table shifts drop column notes',
    /called `contract_/,
  ],
  ['one bad of many', 'alter table shifts add column a text, drop column notes', /called `contract_/],
])('%s: refused', (_what, sql, message) => {
  expect(judge(sql)).toEqual([expect.stringMatching(message)]);
});

const goodbye = {
  name: '29980101000000_notes_unused',
  sql: `alter table shifts alter column notes set default ''`,
  changes: [{ op: 'drop', kind: 'columns', place: 'shifts.notes' }],
};
const contract = {
  name: '29990101000000_contract_notes',
  sql: 'alter table shifts drop column notes',
  changes: [],
};

test('what the code does without may go one release later, not in the same', () => {
  const all = [...migrations, goodbye, contract];
  expect(findBreaking(all, newest)).toEqual([expect.stringMatching(/contract_notes.*drop column/)]);
  expect(findBreaking(all, goodbye.name)).toEqual([]);
  expect(
    findBreaking([...migrations, goodbye, { ...contract, name: '29990101000000_notes' }], goodbye.name),
  ).toHaveLength(1);
  expect(findBreaking([...migrations, contract], newest)).toHaveLength(1);
  expect(findBreaking(all, '19990101000000_never')).toEqual([expect.stringMatching(/no migration/)]);
});

test('what is live is not judged again; as news, the one that remade the events would be refused', () => {
  expect(findBreaking(migrations, newest)).toEqual([]);
  const before = migrations.findIndex(({ name }) => name.endsWith('_events_by_month')) - 1;
  const found = findBreaking(migrations.slice(0, before + 2), migrations[before]?.name ?? '');
  expect(found.join('\n')).toMatch(/RENAME TO events_first/);
});

test('the migration that the deploy trial applies under load is one that passes', () => {
  const sql = readFileSync(path.join(root, 'trials/next-release/migration.sql'), 'utf8');
  expect(statementsOf(sql).length).toBeGreaterThan(8);
  expect(judge(sql)).toEqual([]);
});

test('semicolons in strings, bodies and comments end no statement', () => {
  const sql = `-- one; two\nselect ';', "a;b" from x; do $f$ begin a; b; end $f$;--> statement-breakpoint\n/* c;d */ select 1`;
  expect(statementsOf(sql).map(({ text }) => text)).toEqual([
    `select ';', "a;b" from x`,
    'do $f$ begin a; b; end $f$',
    'select 1',
  ]);
});
