import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { scheduleMatrix, weekOf, type MatrixRow, type MatrixShift } from '@vaktplan/core/rules';
import { formatIn } from '@/lib/format';
import type { View } from '../use-view';
import type { Period } from '../week';
import { PrintButton } from './print-button';

type PrintedScheduleProps = {
  period: Period;
  view: Pick<View, 'departments' | 'positions' | 'q'>;
  roster: RosterView;
  shifts: readonly ShiftView[];
};

const words = formatIn('en-GB');

/** People by days, a table a week. Italics: not published yet. */
export function PrintedSchedule({ period, view, roster, shifts }: PrintedScheduleProps) {
  const matrix = scheduleMatrix(period, roster, shifts, { ...view, search: view.q });
  const weeks = [
    ...Map.groupBy(
      matrix.dates.entries(),
      ([, date]) => weekOf(date, roster.location.weekStart).startDate,
    ).values(),
  ];
  const drafts = matrix.shifts.some(({ shift }) => shift.state !== 'published');
  return (
    <main className="paper">
      <header className="mb-2 flex items-start justify-between gap-4">
        <div>
          <h1>Schedule, {roster.location.name}</h1>
          <p>
            {words.range(period.startDate, period.endDate)} {period.startDate.slice(0, 4)}. Times in{' '}
            {roster.location.zone.replaceAll('_', ' ')}.{drafts && ' In italics: not published yet.'}
          </p>
        </div>
        <PrintButton />
      </header>
      {weeks.map((days) => (
        <section key={days[0]?.[1]}>
          <h2>{words.range(days[0]?.[1] ?? '', days.at(-1)?.[1] ?? '')}</h2>
          <div className="paper-scroll" tabIndex={0} role="region" aria-label={`Week of ${days[0]?.[1]}`}>
            <WeekTable days={days} rows={matrix.rows} />
          </div>
        </section>
      ))}
    </main>
  );
}

type Days = readonly (readonly [column: number, date: string])[];

function WeekTable({ days, rows }: { days: Days; rows: readonly MatrixRow[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Employee</th>
          {days.map(([, date]) => (
            <th key={date} scope="col">
              {words.shortDay(date)}
            </th>
          ))}
          <th scope="col" className="hours">
            Hours
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const cells = days.map(([column]) => row.days[column] ?? []);
          const minutes = cells.flat().reduce((sum, { shift }) => sum + shift.paidMinutes, 0);
          return (
            <tr key={row.employeeId ?? 'open'}>
              <th scope="row">{row.name}</th>
              {cells.map((shifts, index) => (
                <td key={days[index]?.[1]}>
                  {shifts.map((one) => (
                    <PrintedShift key={one.shift.id} one={one} />
                  ))}
                </td>
              ))}
              <td className="hours">{(minutes / 60).toFixed(2)}</td>
            </tr>
          );
        })}
        {rows.length === 0 && (
          <tr>
            <td colSpan={days.length + 2}>Nothing is planned here.</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const PrintedShift = ({ one }: { one: MatrixShift }) => (
  <div className={one.shift.state === 'published' ? undefined : 'draft'}>
    <span className="times">
      {one.from}–{one.to}
    </span>{' '}
    {one.position}
  </div>
);
