'use client';
import type { ClockView, PunchKind, TimeEntryView } from '@vaktplan/contracts/http/time-tracking';
import { Button } from '@vaktplan/ui';
import { CircleAlert, CircleCheck, CircleDashed, SendHorizontal } from 'lucide-react';
import { useFormat, useMe } from '@/features/shell/me';
import { countsOtherwise, flagWords, unpaidMinutes } from './entry-words';
import { dismissPunch, type OutboxItem } from './punch-outbox';

const shownEntries = 3;
const kinds: Record<PunchKind, string> = {
  in: 'Clock in',
  out: 'Clock out',
  break_start: 'Break began',
  break_end: 'Break ended',
};

/** Punches on their way, then what the server has confirmed. */
export function RecentEntries({ view, outbox }: { view: ClockView; outbox: OutboxItem[] }) {
  const nothing = outbox.length === 0 && view.recent.length === 0;
  return (
    <div className="border-t border-border px-5 py-4">
      <h2 className="text-[13px] font-medium text-muted">Last entries</h2>
      {nothing && <p className="mt-2 text-[13px] text-muted">Your first clock-in will show here.</p>}
      <ul className="mt-1 divide-y divide-border">
        {outbox.map((item) => (
          <Unconfirmed key={item.punch.id} item={item} />
        ))}
        {view.recent.slice(0, shownEntries).map((entry) => (
          <Confirmed key={entry.id} entry={entry} />
        ))}
      </ul>
    </div>
  );
}

const states = {
  saved: { words: 'Saved on this device', icon: CircleDashed, className: 'text-warning' },
  sent: { words: 'Sent, not confirmed yet', icon: SendHorizontal, className: 'text-muted' },
  refused: { words: 'Not accepted', icon: CircleAlert, className: 'text-danger' },
};

function Unconfirmed({ item }: { item: OutboxItem }) {
  const format = useFormat();
  const { organization } = useMe();
  const { words, icon: Icon, className } = states[item.state];
  const { kind, occurredAt, id } = item.punch;
  return (
    <li className="flex items-center gap-3 py-2.5" role={item.state === 'refused' ? 'alert' : undefined}>
      <Icon aria-hidden="true" className={`size-4 shrink-0 ${className}`} />
      <span className="min-w-0 flex-1">
        <span className="block">
          {kinds[kind]}
          {occurredAt && (
            <span className="text-muted tabular-nums"> {format.time(occurredAt, organization.zone)}</span>
          )}
        </span>
        <span className={`block text-[13px] ${className}`}>
          {words}
          {item.problem && `: ${item.problem}`}
        </span>
      </span>
      {item.state === 'refused' && (
        <Button size="sm" variant="ghost" onClick={() => dismissPunch(id)}>
          Dismiss
        </Button>
      )}
    </li>
  );
}

function Confirmed({ entry }: { entry: TimeEntryView }) {
  const format = useFormat();
  const end = entry.endedAt ? format.time(entry.endedAt, entry.zone) : 'now';
  const flags = flagWords(entry.flags);
  const unpaid = unpaidMinutes(entry);
  return (
    <li className="flex items-center gap-3 py-2.5">
      <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-success" />
      <span className="min-w-0 flex-1">
        <span className="block">{format.shortDay(entry.localDate)}</span>
        <span className="block text-[13px] text-muted tabular-nums">
          {format.time(entry.startedAt, entry.zone)} – {end}
          {unpaid > 0 && `, ${format.duration(unpaid)} break`}
          <span className="sr-only">, confirmed</span>
        </span>
        {countsOtherwise(entry) && entry.countedEnd && (
          <span className="block text-[13px] text-muted tabular-nums">
            counts {format.time(entry.countedStart, entry.zone)} – {format.time(entry.countedEnd, entry.zone)}
          </span>
        )}
        {flags.length > 0 && <span className="block text-[13px] text-warning">{flags.join(', ')}</span>}
      </span>
      <span className="text-muted tabular-nums">{format.duration(entry.workedMinutes)}</span>
    </li>
  );
}
