'use client';
import type { HistoryStep } from '@vaktplan/contracts/http/timesheet-corrections';
import { useFormat } from '@/features/shell/me';
import type { Format } from '@/lib/format';

const DECISIONS: Record<string, string> = {
  approved: 'Approved',
  rejected: 'Sent back',
  reopened: 'Decision taken back',
  corrected: 'Times corrected',
  added: 'Added',
  proposed: 'Correction asked for',
  accepted: 'Correction accepted',
  declined: 'Correction declined',
  withdrawn: 'Correction withdrawn',
  submitted: 'Handed in',
  refused: 'Refused: their own hours',
  tap_counted: 'Tap on the kiosk counted',
  tap_dismissed: 'Tap on the kiosk dismissed',
  counted: 'Late punch counted',
  dismissed: 'Late punch dismissed',
  closed: 'Period closed for proposals',
  locked: 'Period locked',
  unlocked: 'Period unlocked',
  relocked: 'Period locked again',
};
const STATES: Record<string, string> = {
  open: 'open',
  complete: 'to approve',
  submitted: 'handed in',
  approved: 'approved',
  rejected: 'sent back',
  locked: 'locked',
  closed: 'closed',
  refused: 'not recorded',
  counted: 'counted',
  dismissed: 'dismissed',
};

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

function hoursIn(record: Snapshot, format: Format): string | undefined {
  const minutes = record?.['countedMinutes'] ?? record?.['minutes'];
  if (typeof minutes !== 'number') return undefined;
  return `${minutes < 0 ? '−' : ''}${format.duration(Math.abs(minutes))}`;
}

const stateIn = (record: Snapshot): string | undefined => {
  const state = textOf(record, 'state');
  return state && (STATES[state] ?? state);
};

/** One step: who decided what and when, and what it was before and after. */
export function HistoryStepItem({ step, zone }: { step: HistoryStep; zone: string }) {
  const format = useFormat();
  const rows = [
    { name: 'Times', before: timesIn(step.before, zone, format), after: timesIn(step.after, zone, format) },
    { name: 'Hours', before: hoursIn(step.before, format), after: hoursIn(step.after, format) },
    { name: 'State', before: stateIn(step.before), after: stateIn(step.after) },
  ].filter(({ before, after }) => before !== undefined || after !== undefined);
  return (
    <li className="border-l-2 border-border pl-3">
      <p className="font-medium">
        {DECISIONS[step.decision] ?? step.decision}
        {step.step === 'automatic' && ' by itself'}
      </p>
      <p className="text-[13px] text-muted">
        {[step.actor, format.moment(step.at, zone)].filter(Boolean).join(', ')}
      </p>
      {rows.length > 0 && (
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-[13px] tabular-nums">
          {rows.map(({ name, before, after }) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-muted">{name}</dt>
              <dd>
                {before && before !== after && <del className="text-muted">{before}</del>}
                {before && after && before !== after && <span aria-hidden="true"> → </span>}
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
