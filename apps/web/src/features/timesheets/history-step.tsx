'use client';
import type { HistoryStep } from '@vaktplan/contracts/http/timesheet-corrections';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import type { Format } from '@/lib/format';

type Snapshot = HistoryStep['before'];
const textOf = (record: Snapshot, key: string): string | undefined => {
  const value = record?.[key];
  return typeof value === 'string' ? value : undefined;
};

function timesIn(record: Snapshot, zone: string, format: Format): string | undefined {
  const from = textOf(record, 'startedAt') ?? textOf(record, 'countedStart') ?? textOf(record, 'occurredAt');
  const to = textOf(record, 'endedAt') ?? textOf(record, 'countedEnd');
  if (!from) return undefined;
  return to
    ? `${format.moment(from, zone)} – ${format.time(to, zone)}`
    : `${format.moment(from, zone)}${textOf(record, 'occurredAt') ? '' : ' –'}`;
}

function plannedIn(record: Snapshot, zone: string, format: Format): string | undefined {
  const from = textOf(record, 'plannedStart');
  const to = textOf(record, 'plannedEnd');
  return from && to ? format.times(from, to, zone) : undefined;
}

function hoursIn(record: Snapshot, format: Format): string | undefined {
  const minutes = record?.['countedMinutes'] ?? record?.['minutes'];
  if (typeof minutes !== 'number') return undefined;
  return `${minutes < 0 ? '−' : ''}${format.duration(Math.abs(minutes))}`;
}

/** One step: who decided what and when, and what it was before and after. */
export function HistoryStepItem({ step, zone }: { step: HistoryStep; zone: string }) {
  const format = useFormat();
  const t = useWords('timesheet');
  const steps = useWords('steps');
  const app = useWords('app');
  const stateIn = (record: Snapshot): string | undefined => {
    const state = textOf(record, 'state');
    const known = `is_${state}`;
    return steps.has(known) ? steps(known) : state;
  };
  const decided = steps.has(step.decision) ? steps(step.decision) : step.decision;
  const rows = [
    {
      name: t('row_times'),
      before: timesIn(step.before, zone, format),
      after: timesIn(step.after, zone, format),
    },
    {
      name: t('row_plan'),
      before: plannedIn(step.before, zone, format),
      after: plannedIn(step.after, zone, format),
    },
    { name: t('row_hours'), before: hoursIn(step.before, format), after: hoursIn(step.after, format) },
    { name: t('row_state'), before: stateIn(step.before), after: stateIn(step.after) },
  ].filter(({ before, after }) => before !== undefined || after !== undefined);
  const itself = step.step === 'automatic' && step.decision !== 'rejudged';
  return (
    <li className="border-s-2 border-border ps-3">
      <p className="font-medium">{itself ? t('byItself', { step: decided }) : decided}</p>
      <p className="text-[13px] text-muted">
        {step.actor && (
          <>
            <bdi>{step.actor}</bdi>
            {app('comma')}
          </>
        )}
        {format.moment(step.at, zone)}
      </p>
      {rows.length > 0 && (
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-[13px] tabular-nums">
          {rows.map(({ name, before, after }) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-muted">{name}</dt>
              <dd>
                {before && before !== after && <del className="text-muted">{before}</del>}
                {before && after && before !== after && (
                  <span aria-hidden="true" className="mx-1 inline-block rtl:-scale-x-100">
                    →
                  </span>
                )}
                {after}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {step.reason && <p className="text-[13px] break-words">“{step.reason}”</p>}
    </li>
  );
}
