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
export type MatrixFilter = {
  positionId?: string | undefined;
  search?: string | undefined;
  /** The shifts are a selection already: who has none of them is no part of it. */
  selected?: boolean | undefined;
};

export const OPEN_ROW = 'Open shifts';

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * The schedule as people by days, for paper and files: the open shifts first, then everybody by name. Shifts that are
 * to be removed are left out. Without the right to plan, or with a filter, only those who have shifts are listed.
 */
export function scheduleMatrix(
  range: { startDate: string; endDate: string },
  roster: RosterView,
  shifts: readonly ShiftView[],
  filter: MatrixFilter = {},
): ScheduleMatrix {
  const dates = datesOf(range);
  const shown = inWords(roster, shifts).filter((one) => matches(one, roster, filter));
  const columns = new Map(dates.map((date, column) => [date, column]));
  const rows = new Map<string | null, MatrixRow>();
  const row = (employeeId: string | null, name: string): MatrixRow => {
    const made = { employeeId, name, days: dates.map(() => []), minutes: 0, costMinor: 0 };
    rows.set(employeeId, made);
    return made;
  };
  const everybody = roster.abilities.createShift && !filter.positionId && !filter.search && !filter.selected;
  if (everybody) for (const { id, name } of roster.employees) row(id, name);
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

function matches(one: MatrixShift, roster: RosterView, { positionId, search }: MatrixFilter): boolean {
  if (positionId && one.shift.positionId !== positionId) return false;
  const wanted = plain(search?.trim() ?? '');
  if (!wanted) return true;
  // a person's own positions count as well, as in the filter above the grid
  const held = roster.positions.filter(({ id }) => one.employee?.positionIds.includes(id));
  const words = [one.employee?.name ?? OPEN_ROW, one.position ?? '', ...held.map(({ name }) => name)];
  return words.some((word) => plain(word).includes(wanted));
}
