import type { ShiftColumns } from '@vaktplan/contracts/http/shift-columns';
import { SHIFT_STATES } from '@vaktplan/contracts/http/shift-states';
import type { ShiftBreak } from '@vaktplan/contracts/http/shifts';
import { toIso } from '@vaktplan/db/iso';
import type { ShiftGroup, ShiftGroups } from '@vaktplan/db/queries/shift-columns';
import { can } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';
import { shiftState } from './shift.rules.ts';

type Range = { startDate: string; endDate: string };

/** Every text once, in the order they are met. */
class Dictionary {
  private readonly indexes = new Map<string, number>();

  /** Where the text stands; -1 for none. */
  readonly index = (text: string): number => {
    if (text === '') return -1;
    let index = this.indexes.get(text);
    if (index === undefined) this.indexes.set(text, (index = this.indexes.size));
    return index;
  };

  list(): string[] {
    return [...this.indexes.keys()];
  }
}

/** What Postgres gave by schedule and column -> the columnar answer. */
export function presentShiftColumns(actor: Actor, range: Range, rows: ShiftGroups): ShiftColumns {
  const { groups, names } = rows;
  const column = (name: keyof ShiftGroup['texts']) => groups.flatMap(({ texts }) => texts[name]);
  const [positions, employees, instants, dates, changers, breaks] = Array.from(
    { length: 6 },
    () => new Dictionary(),
  ) as [Dictionary, Dictionary, Dictionary, Dictionary, Dictionary, Dictionary];
  const id = column('id');
  const pauses = breaksByShift(rows.breaks);
  const columns = {
    id,
    place: groups.flatMap(({ texts }, nr) => texts.id.map(() => nr)),
    position: column('position').map(positions.index),
    employee: column('employee').map(employees.index),
    startsAt: column('startsAt').map(instants.index),
    endsAt: column('endsAt').map(instants.index),
    localDate: column('localDate').map(dates.index),
    state: groups.flatMap(({ texts }) => texts.id.map((_, nr) => stateOf(texts, nr))),
    version: column('version').map(Number),
    publishedVersion: column('publishedVersion').map(Number),
    breaks: id.map((shift) => breaks.index(pauses.get(shift) ?? '')),
    changedBy: column('changedBy').map((userId) => changers.index(names.get(userId) ?? '')),
    changedAt: column('changedAt').map(instants.index),
  };
  return {
    meta: { count: id.length, ...range },
    places: groups.map((group) => presentPlace(actor, group)),
    positions: positions.list(),
    employees: employees.list(),
    changers: changers.list(),
    instants: instants.list().map(toIso),
    dates: dates.list(),
    breaks: breaks.list().map(readBreaks),
    columns,
    notes: Object.assign({}, ...groups.map(({ notes }) => notes)),
    published: Object.assign({}, ...groups.map(({ published }) => published)),
  };
}

const stateOf = (texts: ShiftGroup['texts'], nr: number): number =>
  SHIFT_STATES.indexOf(
    shiftState({
      deletedAt: texts.isDeleted[nr] === 'true' ? 'yes' : null,
      publicationId: texts.isPublished[nr] === 'true' ? 'yes' : null,
      publishedVersion: Number(texts.publishedVersion[nr]),
      version: Number(texts.version[nr]),
    }),
  );

function presentPlace(
  actor: Actor,
  { scheduleId, locationId, departmentId, zone }: ShiftGroup,
): ShiftColumns['places'][number] {
  const place = { locationId, departmentId };
  const abilities = { update: can(actor, 'shift:update', place), delete: can(actor, 'shift:delete', place) };
  return { scheduleId, ...place, zone, abilities };
}

const UUID_LENGTH = 36;

/** The lines of each shift without its id: many shifts have the same breaks, so these texts repeat. */
function breaksByShift(lines: readonly string[]): Map<string, string> {
  const byShift = new Map<string, string>();
  for (const line of lines) {
    const id = line.slice(0, UUID_LENGTH);
    const pause = line.slice(UUID_LENGTH + 1);
    const earlier = byShift.get(id);
    byShift.set(id, earlier === undefined ? pause : `${earlier}\n${pause}`);
  }
  return byShift;
}

const readBreaks = (text: string): ShiftBreak[] =>
  text.split('\n').map((line) => {
    const [minutes, paid, ...start] = line.split(' ');
    return {
      minutes: Number(minutes),
      paid: paid === 't',
      startsAt: start.length > 0 ? toIso(start.join(' ')) : null,
    };
  });
