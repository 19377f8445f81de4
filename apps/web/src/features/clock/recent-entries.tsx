'use client';
import type { ClockView, TimeEntryView } from '@vaktplan/contracts/http/time-tracking';
import { Button } from '@vaktplan/ui';
import { CircleAlert, CircleCheck, CircleDashed, SendHorizontal } from 'lucide-react';
import { useFormat, useMe } from '@/features/shell/me';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { countsOtherwise, unpaidMinutes } from './entry-words';
import { dismissPunch, type OutboxItem } from './punch-outbox';

const shownEntries = 3;

/** Punches on their way, then what the server has confirmed. */
export function RecentEntries({ view, outbox }: { view: ClockView; outbox: OutboxItem[] }) {
  const t = useWords('punch');
  const nothing = outbox.length === 0 && view.recent.length === 0;
  return (
    <div className="border-t border-border px-5 py-4">
      <h2 className="text-[13px] font-medium text-muted">{t('last')}</h2>
      {nothing && <p className="mt-2 text-[13px] text-muted">{t('first')}</p>}
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
  saved: { icon: CircleDashed, className: 'text-warning' },
  sent: { icon: SendHorizontal, className: 'text-muted' },
  refused: { icon: CircleAlert, className: 'text-danger' },
};

function Unconfirmed({ item }: { item: OutboxItem }) {
  const format = useFormat();
  const { organization } = useMe();
  const t = useWords('punch');
  const { icon: Icon, className } = states[item.state];
  const reason = useReason(item);
  const { kind, occurredAt, id } = item.punch;
  return (
    <li className="flex items-center gap-3 py-2.5" role={item.state === 'refused' ? 'alert' : undefined}>
      <Icon aria-hidden="true" className={`size-4 shrink-0 ${className}`} />
      <span className="min-w-0 flex-1">
        <span className="block">
          {t(`kind_${kind}`)}
          {occurredAt && (
            <span className="text-muted tabular-nums"> {format.time(occurredAt, organization.zone)}</span>
          )}
        </span>
        <span className={`block text-[13px] ${className}`}>
          {reason ? t('because', { state: t(item.state), reason }) : t(item.state)}
        </span>
      </span>
      {item.state === 'refused' && (
        <Button size="sm" variant="ghost" onClick={() => dismissPunch(id)}>
          {t('dismiss')}
        </Button>
      )}
    </li>
  );
}

/** Why it was not taken, in the language of the page. */
function useReason({ problem, code, kept }: OutboxItem): string | undefined {
  const t = useWords('punch');
  const wordsOf = useProblemWords();
  if (!problem) return undefined;
  const reason = code ? wordsOf({ code, detail: problem }) : problem;
  return kept ? t('kept', { reason }) : reason;
}

function Confirmed({ entry }: { entry: TimeEntryView }) {
  const format = useFormat();
  const t = useWords('punch');
  const app = useWords('app');
  const flagWords = useWords('flags');
  const end = entry.endedAt ? format.time(entry.endedAt, entry.zone) : t('now');
  const unpaid = unpaidMinutes(entry);
  return (
    <li className="flex items-center gap-3 py-2.5">
      <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-success" />
      <span className="min-w-0 flex-1">
        <span className="block">{format.shortDay(entry.localDate)}</span>
        <span className="block text-[13px] text-muted tabular-nums">
          {format.time(entry.startedAt, entry.zone)} – {end}
          {unpaid > 0 && t('breaks', { duration: format.duration(unpaid) })}
          <span className="sr-only">{t('confirmed')}</span>
        </span>
        {countsOtherwise(entry) && entry.countedEnd && (
          <span className="block text-[13px] text-muted tabular-nums">
            {t('counts', {
              start: format.time(entry.countedStart, entry.zone),
              end: format.time(entry.countedEnd, entry.zone),
            })}
          </span>
        )}
        {entry.flags.length > 0 && (
          <span className="block text-[13px] text-warning">
            {entry.flags.map((flag) => flagWords(flag)).join(app('comma'))}
          </span>
        )}
      </span>
      <span className="text-muted tabular-nums">{format.duration(entry.workedMinutes)}</span>
    </li>
  );
}
