import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { Column, Table } from '../export/table.ts';
import { weekOf } from '../time/local-time.rules.ts';
import type { MatrixRow, MatrixShift, ScheduleMatrix } from './schedule-matrix.rules.ts';

const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const dayWords = (date: string): string => weekday.format(Date.parse(`${date}T00:00:00Z`));

const shiftWords = ({ from, to, position }: MatrixShift): string =>
  `${from}–${to}${position ? ` ${position}` : ''}`;
const cellWords = (shifts: readonly MatrixShift[]): string => shifts.map(shiftWords).join('\n');

const unpaidMinutes = ({ shift }: MatrixShift): number => shift.minutes - shift.paidMinutes;

/** One line a shift, for filters and pivots. Cost is left out for those who may not see pay. */
export function listTable(roster: RosterView, { shifts }: ScheduleMatrix): Table {
  const columns: Column[] = [
    { header: 'Date', kind: 'text', width: 12 },
    { header: 'Start', kind: 'text', width: 8 },
    { header: 'End', kind: 'text', width: 8 },
    { header: 'Employee', kind: 'text', width: 28 },
    { header: 'Number', kind: 'text', width: 12 },
    { header: 'Department', kind: 'text', width: 20 },
    { header: 'Position', kind: 'text', width: 20 },
    { header: 'Unpaid break (min)', kind: 'integer', width: 18 },
    { header: 'Paid hours', kind: 'minutes', width: 12 },
    ...costColumn(roster),
    { header: 'State', kind: 'text', width: 12 },
    { header: 'Notes', kind: 'text', width: 40 },
  ];
  return {
    name: 'Shifts',
    currency: roster.location.currency,
    columns,
    rows: shifts.map((one) => [
      one.shift.localDate,
      one.from,
      one.to,
      one.employee?.name ?? '',
      one.employee?.number ?? '',
      one.department ?? '',
      one.position ?? '',
      unpaidMinutes(one),
      one.shift.paidMinutes,
      ...(roster.abilities.seeCost ? [one.costMinor] : []),
      one.shift.employeeId === null ? `open, ${one.shift.state}` : one.shift.state,
      one.shift.notes ?? '',
    ]),
  };
}

/** People by days, as on the screen, with each one's hours. */
export const matrixTable = (roster: RosterView, matrix: ScheduleMatrix): Table => ({
  name: 'Schedule',
  currency: roster.location.currency,
  columns: [
    { header: 'Employee', kind: 'text', width: 28 },
    ...matrix.dates.map((date): Column => ({ header: dayWords(date), kind: 'text', width: 20 })),
    { header: 'Paid hours', kind: 'minutes', width: 12 },
    ...costColumn(roster),
  ],
  rows: matrix.rows.map((row) => [
    row.name,
    ...row.days.map(cellWords),
    row.minutes,
    ...(roster.abilities.seeCost ? [row.costMinor] : []),
  ]),
});

/** For paper: a table a week, because no page is wider than seven days. */
export function weekTables(roster: RosterView, matrix: ScheduleMatrix): Table[] {
  const weeks = Map.groupBy(
    matrix.dates.entries(),
    ([, date]) => weekOf(date, roster.location.weekStart).startDate,
  );
  return [...weeks.values()].map((days): Table => {
    const dates = days.map(([, date]) => date);
    const ofWeek = ({ days: cells }: MatrixRow) => days.map(([column]) => cells[column] ?? []);
    return {
      name: `${dayWords(dates[0] ?? '')} – ${dayWords(dates.at(-1) ?? '')}`,
      columns: [
        { header: 'Employee', kind: 'text' },
        ...dates.map((date): Column => ({ header: dayWords(date), kind: 'text' })),
        { header: 'Hours', kind: 'minutes', width: 6 },
      ],
      rows: matrix.rows.map((row) => {
        const cells = ofWeek(row);
        const minutes = cells.flat().reduce((sum, { shift }) => sum + shift.paidMinutes, 0);
        return [row.name, ...cells.map(cellWords), minutes];
      }),
    };
  });
}

const costColumn = (roster: RosterView): Column[] =>
  roster.abilities.seeCost
    ? [{ header: `Cost (${roster.location.currency})`, kind: 'minor', width: 14 }]
    : [];
