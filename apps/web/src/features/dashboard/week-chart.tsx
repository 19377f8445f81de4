'use client';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { DashboardView } from '@vaktplan/contracts/http/dashboard';
import { Card, CardHeader } from '@vaktplan/ui';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';

const width = 640;
const height = 180;
/** An empty week still shows a day's worth of axis. */
const leastShown = 480;
const margin = { top: 8, right: 0, bottom: 24, left: 40 };

/** Scheduled and worked hours of each day; the same figures as a table for whoever does not see the bars. */
export function WeekChart({ view }: { view: DashboardView }) {
  const t = useWords('dashboard');
  const format = useFormat();
  return (
    <Card aria-labelledby="week">
      <CardHeader
        id="week"
        title={t('hoursWeek')}
        description={format.range(view.week.startDate, view.week.endDate)}
        actions={<Legend />}
      />
      <div className="px-4 pb-4">
        <Bars view={view} />
        <DataTable view={view} />
      </div>
    </Card>
  );
}

function Legend() {
  const t = useWords('dashboard');
  return (
    <div aria-hidden="true" className="flex gap-4 text-xs text-muted">
      <span className="flex items-center gap-1.5">
        <span className="size-2.5 rounded-[3px] bg-chart-soft" />
        {t('scheduled')}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="size-2.5 rounded-[3px] bg-primary" />
        {t('worked')}
      </span>
    </div>
  );
}

function Bars({ view }: { view: DashboardView }) {
  const format = useFormat();
  const { days } = view.week;
  const most = Math.max(leastShown, ...days.map((day) => Math.max(day.scheduledMinutes, day.workedMinutes)));
  const x = scaleBand({
    domain: days.map((day) => day.date),
    range: [margin.left, width - margin.right],
    padding: 0.35,
  });
  const y = scaleLinear({ domain: [0, most / 60], range: [height - margin.bottom, margin.top], nice: 4 });
  const base = y(0);
  const half = x.bandwidth() / 2;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="w-full">
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-border" />
          <text
            x={margin.left - 8}
            y={y(tick)}
            dy="0.32em"
            textAnchor="end"
            className="fill-muted text-[11px]"
          >
            {format.hours(tick * 60)}
          </text>
        </g>
      ))}
      {days.map((day) => {
        const left = x(day.date) ?? 0;
        const scheduled = y(day.scheduledMinutes / 60);
        const worked = y(day.workedMinutes / 60);
        return (
          <g key={day.date}>
            <Bar
              x={left}
              y={scheduled}
              width={half - 1}
              height={base - scheduled}
              rx={3}
              className="fill-chart-soft"
            />
            <Bar
              x={left + half + 1}
              y={worked}
              width={half - 1}
              height={base - worked}
              rx={3}
              className="fill-primary"
            />
            <text
              x={left + half}
              y={height - 6}
              textAnchor="middle"
              className={
                day.date === view.date
                  ? 'fill-foreground text-[11px] font-semibold'
                  : 'fill-muted text-[11px]'
              }
            >
              {format.weekday(day.date)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function DataTable({ view }: { view: DashboardView }) {
  const t = useWords('dashboard');
  const format = useFormat();
  const seesCost = view.week.costMinor !== null;
  return (
    <div className="sr-only">
      <table>
        <caption>{t('byDay')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('scheduled')}</th>
            <th scope="col">{t('worked')}</th>
            {seesCost && <th scope="col">{t('cost')}</th>}
          </tr>
        </thead>
        <tbody>
          {view.week.days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{format.shortDay(day.date)}</th>
              <td>{format.duration(day.scheduledMinutes)}</td>
              <td>{format.duration(day.workedMinutes)}</td>
              {seesCost && (
                <td>{day.costMinor === null ? '' : format.money(day.costMinor, view.currency)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
