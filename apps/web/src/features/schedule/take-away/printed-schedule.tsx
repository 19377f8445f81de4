import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { scheduleMatrix, weekOf, type MatrixRow, type MatrixShift } from '@vaktplan/core/rules';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { Format } from '@/lib/format';
import type { Words } from '@/lib/words-in';
import type { View } from '../use-view';
import type { Period } from '../week';
import { PrintButton } from './print-button';

type PrintedScheduleProps = {
  period: Period;
  view: Pick<View, 'departments' | 'positions' | 'q'>;
  roster: RosterView;
  shifts: readonly ShiftView[];
  /** The shifts that the filter of findings leaves; undefined: it is not set. */
  only: ReadonlySet<string> | undefined;
  spoken: Spoken;
};

/** The language of the page: its words, and how it writes days and figures. */
type Spoken = { t: Words<WordKey<'planPrint'>>; format: Format; figure: Intl.NumberFormat };

/** People by days, a table a week. Italics: not published yet. */
export function PrintedSchedule({ period, view, roster, shifts, only, spoken }: PrintedScheduleProps) {
  const { t, format } = spoken;
  const matrix = scheduleMatrix(period, roster, shifts, { ...view, search: view.q, only });
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
          <h1>{t('heading', { location: roster.location.name })}</h1>
          <p>
            {t('lead', {
              range: format.range(period.startDate, period.endDate),
              year: period.startDate.slice(0, 4),
              zone: roster.location.zone.replaceAll('_', ' '),
            })}
            {drafts && ` ${t('drafts')}`}
          </p>
        </div>
        <PrintButton />
      </header>
      {weeks.map((days) => (
        <section key={days[0]?.[1]}>
          <h2>{format.range(days[0]?.[1] ?? '', days.at(-1)?.[1] ?? '')}</h2>
          <div
            className="paper-scroll"
            tabIndex={0}
            role="region"
            aria-label={t('weekOf', { date: days[0]?.[1] ?? '' })}
          >
            <WeekTable days={days} rows={matrix.rows} spoken={spoken} />
          </div>
        </section>
      ))}
    </main>
  );
}

type Days = readonly (readonly [column: number, date: string])[];

type WeekProps = { days: Days; rows: readonly MatrixRow[]; spoken: Spoken };

function WeekTable({ days, rows, spoken: { t, format, figure } }: WeekProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('employee')}</th>
          {days.map(([, date]) => (
            <th key={date} scope="col">
              {format.shortDay(date)}
            </th>
          ))}
          <th scope="col" className="hours">
            {t('hours')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const cells = days.map(([column]) => row.days[column] ?? []);
          const minutes = cells.flat().reduce((sum, { shift }) => sum + shift.paidMinutes, 0);
          return (
            <tr key={row.employeeId ?? 'open'}>
              <th scope="row">{row.employeeId === null ? t('openShifts') : row.name}</th>
              {cells.map((shifts, index) => (
                <td key={days[index]?.[1]}>
                  {shifts.map((one) => (
                    <PrintedShift key={one.shift.id} one={one} />
                  ))}
                </td>
              ))}
              <td className="hours">{figure.format(minutes / 60)}</td>
            </tr>
          );
        })}
        {rows.length === 0 && (
          <tr>
            <td colSpan={days.length + 2}>{t('nothing')}</td>
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
