'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RollOutItem, RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { Badge, EmptyState, Skeleton } from '@vaktplan/ui';
import { CalendarOff } from 'lucide-react';
import { useFormat } from '@/features/shell/me';
import type { ApiProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { byReason, madeCount, thereAlready, type ReasonGroup } from './roll-out-words';

type PreviewProps = {
  query: UseQueryResult<RollOutResult, ApiProblem>;
  /** Said when there is nothing to lay into the plan. */
  nothing: string;
};

/** What would become of every shift: how many of each, and each that is opened or left out with the reason. */
export function RollOutPreview({ query, nothing }: PreviewProps) {
  return (
    <section aria-label="Preview" aria-busy={query.isFetching} className="grid gap-3">
      <QueryRegion
        query={query}
        loading={
          <div className="grid gap-2">
            <Skeleton className="h-6 w-56" />
            <Skeleton className="h-16" />
          </div>
        }
        isEmpty={(result) => result.data.length === 0}
        empty={<EmptyState icon={<CalendarOff />} title="Nothing here" description={nothing} />}
      >
        {(result) => <Outcomes result={result} />}
      </QueryRegion>
    </section>
  );
}

/** The same list for what was done. */
export function Outcomes({ result }: { result: RollOutResult }) {
  const format = useFormat();
  const { meta, data } = result;
  const there = thereAlready(result);
  const nights = data.filter((item) => item.outcome !== 'skipped' && item.clock.length > 0);
  const warned = data.filter((item) => item.outcome === 'created' && item.warnings.length > 0);
  return (
    <>
      <p className="flex flex-wrap items-center gap-2" role="status">
        {meta.created > 0 && <Badge tone="success">{meta.created} new</Badge>}
        {meta.opened > 0 && <Badge tone="warning">{meta.opened} made open</Badge>}
        {meta.skipped > there && <Badge tone="danger">{meta.skipped - there} left out</Badge>}
        {there > 0 && <Badge>{there} there already</Badge>}
        {madeCount(result) > 0 && (
          <span className="text-[13px] text-muted">
            as drafts in {format.range(meta.startDate, meta.endDate)}
          </span>
        )}
      </p>
      <Reasons title="Made open" groups={byReason(data, 'opened')} />
      <Reasons title="Left out" groups={byReason(data, 'skipped')} />
      {warned.length > 0 && (
        <Details title={`With warnings: ${warned.length}`}>
          {warned.slice(0, SHOWN).map((item) => (
            <Line key={`${item.sourceId}${item.localDate}`} item={item}>
              {item.warnings.join(' ')}
            </Line>
          ))}
          <More count={warned.length} />
        </Details>
      )}
      {nights.length > 0 && (
        <Details title={`The clocks change: ${nights.length}`} startsOpen>
          {nights.slice(0, SHOWN).map((item) => (
            <Line key={`${item.sourceId}${item.localDate}`} item={item}>
              {item.clock.map((note) => note.detail).join(' ')}
            </Line>
          ))}
        </Details>
      )}
    </>
  );
}

/** More of one reason than anybody reads; the count is in the title. */
const SHOWN = 50;

function Reasons({ title, groups }: { title: string; groups: ReasonGroup[] }) {
  return groups.map(({ detail, items }) => (
    <Details key={detail} title={`${title}: ${items.length}`} reason={detail}>
      {items.slice(0, SHOWN).map((item) => (
        <Line key={`${item.sourceId}${item.localDate}`} item={item} />
      ))}
      <More count={items.length} />
    </Details>
  ));
}

const More = ({ count }: { count: number }) =>
  count > SHOWN && <li className="text-[13px] text-muted">and {count - SHOWN} more</li>;

type DetailsProps = { title: string; reason?: string; startsOpen?: boolean; children: React.ReactNode };

function Details({ title, reason, startsOpen, children }: DetailsProps) {
  return (
    <details className="rounded-lg border border-border px-4 py-2.5 [&[open]>summary]:mb-2" open={startsOpen}>
      <summary className="cursor-pointer text-sm font-medium">
        {title}
        {reason && <span className="block text-[13px] font-normal text-muted">{reason}</span>}
      </summary>
      <ul className="grid gap-1">{children}</ul>
    </details>
  );
}

function Line({ item, children }: { item: RollOutItem; children?: React.ReactNode }) {
  const format = useFormat();
  return (
    <li className="flex flex-wrap gap-x-2 text-[13px] tabular-nums">
      <span className="w-24 shrink-0 text-muted">{format.shortDay(item.localDate)}</span>
      <span className="min-w-0 flex-1">
        {format.times(item.startsAt, item.endsAt, item.zone)} {item.employeeName ?? 'Open shift'}
        {item.positionName && <span className="text-muted">, {item.positionName}</span>}
        {children && <span className="block text-muted">{children}</span>}
      </span>
    </li>
  );
}
