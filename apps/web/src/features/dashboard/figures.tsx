'use client';
import type { DashboardView } from '@vaktplan/contracts/http/dashboard';
import { cn } from '@vaktplan/ui';
import Link from 'next/link';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';

type FigureProps = {
  label: string;
  value: string;
  note?: string;
  href?: string;
  tone?: 'danger' | 'warning';
};

function Figure({ label, value, note, href, tone }: FigureProps) {
  const body = (
    <>
      <p className="text-[13px] text-muted">{label}</p>
      <p
        className={cn(
          'mt-1 truncate text-xl leading-8 font-semibold tracking-tight tabular-nums sm:text-2xl',
          tone === 'danger' && 'text-danger',
          tone === 'warning' && 'text-warning',
        )}
      >
        {value}
      </p>
      {note && <p className="text-[13px] text-muted tabular-nums">{note}</p>}
    </>
  );
  const frame = 'block min-w-0 px-4 py-3.5';
  return (
    <li className="bg-surface">
      {href ? (
        <Link href={href} className={cn(frame, 'h-full hover:bg-surface-2 focus-visible:-outline-offset-2')}>
          {body}
        </Link>
      ) : (
        <div className={frame}>{body}</div>
      )}
    </li>
  );
}

/** The day and the week in a line of numbers. */
export function Figures({ view }: { view: DashboardView }) {
  const t = useWords('dashboard');
  const format = useFormat();
  const working = view.atWork.filter((person) => person.state !== 'late').length;
  const late = view.atWork.length - working;
  const { scheduledMinutes, workedMinutes, costMinor } = view.week;
  return (
    <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-border bg-border shadow-card sm:grid-cols-3 xl:grid-cols-6">
      <Figure label={t('atWorkNow')} value={String(working)} />
      <Figure label={t('late')} value={String(late)} tone={late > 0 ? 'danger' : undefined} />
      <Figure
        label={t('toFill')}
        value={String(view.openShifts)}
        tone={view.openShifts > 0 ? 'warning' : undefined}
        href="/schedule"
      />
      <Figure label={t('unpublished')} value={String(view.drafts)} href="/schedule" />
      <Figure
        label={t('hoursWeek')}
        value={format.hours(scheduledMinutes)}
        note={t('hoursWorked', { hours: format.hours(workedMinutes) })}
      />
      <Figure
        label={t('costWeek')}
        value={costMinor === null ? '–' : format.roundMoney(costMinor, view.currency)}
        note={t(costMinor === null ? 'costHidden' : 'asScheduled')}
      />
    </ul>
  );
}
