import type { LineRow } from '@vaktplan/db/queries/timesheet-lines';
import type { Cell, Column, Table } from '../export/table.ts';
import { countedOf, countedWithin, factsOf, planOf, presentLine, type Days } from './line.presenter.ts';
import { lineState } from './review.rules.ts';
import type { Actor } from '../context/ctx.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let made = formatters.get(zone);
  if (!made) {
    const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    formatters.set(zone, (made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...day, ...time })));
  }
  return made;
}

/** Wall-clock time at the place, `17:00`; on another day than the line's with that day, `2025-12-02 01:00`. */
function timeAt(instant: string | null | undefined, row: LineRow): string | null {
  if (!instant) return null;
  const text = formatterOf(row.zone).format(Date.parse(instant));
  return text.startsWith(row.localDate) ? text.slice(11) : text;
}

const DAY_COLUMNS: readonly Column[] = [
  { header: 'Date', kind: 'text', width: 11 },
  { header: 'Location', kind: 'text' },
  { header: 'Planned start', kind: 'text', width: 9 },
  { header: 'Planned end', kind: 'text', width: 9 },
  { header: 'Clock in', kind: 'text', width: 9 },
  { header: 'Clock out', kind: 'text', width: 9 },
  { header: 'Counted start', kind: 'text', width: 9 },
  { header: 'Counted end', kind: 'text', width: 9 },
  { header: 'Unpaid break', kind: 'minutes', width: 9 },
  { header: 'Hours', kind: 'minutes', width: 8 },
  { header: 'State', kind: 'text', width: 10 },
];
const MORE_COLUMNS: readonly Column[] = [
  { header: 'Flags', kind: 'text' },
  { header: 'Comment', kind: 'text' },
];

function dayCells(row: LineRow, days: Days): Cell[] {
  const plan = planOf(row);
  const counted = countedOf(row);
  const within = countedWithin(row, days);
  return [
    row.localDate,
    row.locationName,
    timeAt(plan?.startsAt, row),
    timeAt(plan?.endsAt, row),
    timeAt(row.startedAt, row),
    timeAt(row.endedAt, row),
    timeAt(counted.countedStart, row),
    timeAt(counted.countedEnd, row),
    within.breakMinutes,
    within.countedMinutes,
    lineState(factsOf(row)),
  ];
}

/** One record an entry, for payroll and spreadsheets; hours are those of the days asked for. */
export const entriesTable = (actor: Actor, rows: readonly LineRow[], days: Days): Table => ({
  name: 'Entries',
  columns: [
    { header: 'Employee no.', kind: 'text', width: 12 },
    { header: 'Employee', kind: 'text', width: 24 },
    ...DAY_COLUMNS,
    ...MORE_COLUMNS,
  ],
  rows: rows.map((row) => [
    row.employeeNumber,
    row.employeeName,
    ...dayCells(row, days),
    presentLine(actor, row).flags.join(' '),
    row.reviewReason,
  ]),
});

const byPerson = (rows: readonly LineRow[]): LineRow[][] =>
  [...Map.groupBy(rows, (row) => row.employeeId).values()].toSorted((a, b) =>
    (a[0]?.employeeName ?? '').localeCompare(b[0]?.employeeName ?? ''),
  );

const sum = (rows: readonly LineRow[], days: Days, of: 'countedMinutes' | 'breakMinutes'): number =>
  rows.reduce((total, row) => total + countedWithin(row, days)[of], 0);

/** One record a person. */
export const totalsTable = (rows: readonly LineRow[], days: Days): Table => ({
  name: 'Totals',
  columns: [
    { header: 'Employee no.', kind: 'text', width: 12 },
    { header: 'Employee', kind: 'text', width: 24 },
    { header: 'Entries', kind: 'integer', width: 8 },
    { header: 'Unpaid break', kind: 'minutes', width: 9 },
    { header: 'Hours', kind: 'minutes', width: 8 },
  ],
  rows: byPerson(rows).map((own) => [
    own[0]?.employeeNumber ?? null,
    own[0]?.employeeName ?? null,
    own.length,
    sum(own, days, 'breakMinutes'),
    sum(own, days, 'countedMinutes'),
  ]),
});

/** One table a person with its sum, for paper. */
export const sheetTables = (rows: readonly LineRow[], days: Days): Table[] =>
  byPerson(rows).map((own) => ({
    name: [own[0]?.employeeName, own[0]?.employeeNumber].filter(Boolean).join(', '),
    columns: DAY_COLUMNS,
    rows: [
      ...own.map((row) => dayCells(row, days)),
      [
        'Total',
        ...Array.from({ length: 7 }, () => null),
        sum(own, days, 'breakMinutes'),
        sum(own, days, 'countedMinutes'),
        null,
      ],
    ],
  }));
