import type { FindingView } from '@vaktplan/contracts/http/findings';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { costOfShift } from '../pay/shift-cost.rules.ts';
import { datesOf } from '../time/local-time.rules.ts';

/** A shift in words: wall-clock times of its zone; the end may be on the next day. */
export type MatrixShift = {
  shift: ShiftView;
  from: string;
  to: string;
  employee: RosterView['employees'][number] | null;
  position: string | null;
  department: string | null;
  /** Minor units of the location's currency; null: nobody's, not known, or not the reader's to see. */
  costMinor: number | null;
};
/** One person's line (null: the open shifts), a list of shifts for each day of the range. */
export type MatrixRow = {
  employeeId: string | null;
  name: string;
  days: MatrixShift[][];
  minutes: number;
  costMinor: number;
};
export type ScheduleMatrix = { dates: string[]; rows: MatrixRow[]; shifts: MatrixShift[] };
/** As above the grid: lists of ids, and part of a name or of a position that somebody holds. Empty: no filter. */
export type MatrixFilter = {
  departments?: readonly string[];
  positions?: readonly string[];
  search?: string;
  /** These shifts alone, and nobody who has none of them; undefined: all. */
  only?: ReadonlySet<string> | undefined;
};

/** What the filter of findings leaves: the shifts that a rule warns of or blocks. */
export const shiftsFound = (findings: readonly FindingView[]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ severity, shiftIds }) => (severity === 'info' ? [] : shiftIds)));

export const OPEN_ROW = 'Open shifts';

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * The schedule as people by days, for paper and files: the open shifts first, then everybody by name. Shifts that are
 * to be removed are left out. Who only reads the schedule gets the lines of those who have shifts.
 */
export function scheduleMatrix(
  range: { startDate: string; endDate: string },
  roster: RosterView,
  shifts: readonly ShiftView[],
  filter: MatrixFilter = {},
): ScheduleMatrix {
  const dates = datesOf(range);
  const people = new Set(roster.employees.filter((one) => isWanted(one, roster, filter)).map(({ id }) => id));
  const shown = inWords(roster, shifts).filter((one) => isShown(one, people, filter));
  const columns = new Map(dates.map((date, column) => [date, column]));
  const rows = new Map<string | null, MatrixRow>();
  const row = (employeeId: string | null, name: string): MatrixRow => {
    const made = { employeeId, name, days: dates.map(() => []), minutes: 0, costMinor: 0 };
    rows.set(employeeId, made);
    return made;
  };
  if (roster.abilities.createShift && !filter.only)
    for (const { id, name } of roster.employees) if (people.has(id)) row(id, name);
  for (const one of shown) {
    const { employeeId, localDate, paidMinutes } = one.shift;
    const line = rows.get(employeeId) ?? row(employeeId, one.employee?.name ?? (employeeId ? '?' : OPEN_ROW));
    line.days[columns.get(localDate) ?? 0]?.push(one);
    line.minutes += paidMinutes;
    line.costMinor += one.costMinor ?? 0;
  }
  const order = new Map(roster.employees.map(({ id }, place) => [id, place]));
  const place = ({ employeeId }: MatrixRow) =>
    employeeId === null ? -1 : (order.get(employeeId) ?? order.size);
  return { dates, rows: [...rows.values()].toSorted((a, b) => place(a) - place(b)), shifts: shown };
}

type Employee = RosterView['employees'][number];
const meets = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
  !wanted?.length || has.some((id) => wanted.includes(id));
const says = (words: readonly string[], search: string | undefined): boolean => {
  const wanted = plain(search?.trim() ?? '');
  return words.some((word) => plain(word).includes(wanted));
};

function isWanted(employee: Employee, roster: RosterView, filter: MatrixFilter): boolean {
  const held = roster.positions.filter(({ id }) => employee.positionIds.includes(id));
  return (
    meets(filter.departments, employee.departmentIds) &&
    meets(filter.positions, employee.positionIds) &&
    says([employee.name, ...held.map(({ name }) => name)], filter.search)
  );
}

/** Of somebody who is shown, or an open one that meets the filter itself; a position asked for is that of the shift. */
function isShown(one: MatrixShift, people: ReadonlySet<string>, filter: MatrixFilter): boolean {
  const { id, employeeId, departmentId, positionId } = one.shift;
  if (filter.only && !filter.only.has(id)) return false;
  if (!meets(filter.positions, positionId ? [positionId] : [])) return false;
  if (employeeId !== null && people.has(employeeId)) return true;
  const named = employeeId === null ? [one.position ?? '', OPEN_ROW] : [one.employee?.name ?? ''];
  return meets(filter.departments, [departmentId]) && says(named, filter.search);
}

function inWords(roster: RosterView, shifts: readonly ShiftView[]): MatrixShift[] {
  const employees = new Map(roster.employees.map((one) => [one.id, one]));
  const positions = new Map(roster.positions.map((one) => [one.id, one.name]));
  const departments = new Map(roster.departments.map((one) => [one.id, one.name]));
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const wall = (instant: string, zone: string): string => {
    let clock = clocks.get(zone);
    if (!clock) clocks.set(zone, (clock = clockOf(zone)));
    return clock.format(Date.parse(instant));
  };
  return shifts
    .filter((shift) => shift.state !== 'deleted')
    .map((shift) => {
      const employee = shift.employeeId === null ? undefined : employees.get(shift.employeeId);
      return {
        shift,
        from: wall(shift.startsAt, shift.zone),
        to: wall(shift.endsAt, shift.zone),
        employee: employee ?? null,
        position: shift.positionId === null ? null : (positions.get(shift.positionId) ?? null),
        department: departments.get(shift.departmentId) ?? null,
        costMinor: employee?.rates.length ? costOfShift(shift, employee.rates) : null,
      };
    });
}

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
