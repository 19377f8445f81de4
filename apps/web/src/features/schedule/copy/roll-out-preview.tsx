'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RollOutItem, RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { Badge, EmptyState, Skeleton } from '@vaktplan/ui';
import { CalendarOff } from 'lucide-react';
import { useFormat } from '@/features/shell/me';
import type { ApiProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { QueryRegion } from '@/lib/query-region';
import { useWords } from '@/lib/words';
import { sayFindingAgain } from '../said-findings';
import { useClockWords } from './clock-words';
import { byReason, madeCount, thereAlready, type ReasonGroup } from './roll-out-words';

type PreviewProps = {
  query: UseQueryResult<RollOutResult, ApiProblem>;
  /** Said when there is nothing to lay into the plan. */
  nothing: string;
};

/** What would become of every shift: how many of each, and each that is opened or left out with the reason. */
export function RollOutPreview({ query, nothing }: PreviewProps) {
  const t = useWords('planRepeat');
  return (
    <section aria-label={t('preview')} aria-busy={query.isFetching} className="grid gap-3">
      <QueryRegion
        query={query}
        loading={
          <div className="grid gap-2">
            <Skeleton className="h-6 w-56" />
            <Skeleton className="h-16" />
          </div>
        }
        isEmpty={(result) => result.data.length === 0}
        empty={<EmptyState icon={<CalendarOff />} title={t('nothingHere')} description={nothing} />}
      >
        {(result) => <Outcomes result={result} />}
      </QueryRegion>
    </section>
  );
}

/** The same list for what was done. */
export function Outcomes({ result }: { result: RollOutResult }) {
  const format = useFormat();
  const t = useWords('planRepeat');
  const words = useWords('findings');
  const clockWords = useClockWords();
  const { meta, data } = result;
  const there = thereAlready(result);
  const nights = data.filter((item) => item.outcome !== 'skipped' && item.clock.length > 0);
  const warned = data.filter((item) => item.outcome === 'created' && item.warnings.length > 0);
  return (
    <>
      <p className="flex flex-wrap items-center gap-2" role="status">
        {meta.created > 0 && <Badge tone="success">{t('made', { count: meta.created })}</Badge>}
        {meta.opened > 0 && <Badge tone="warning">{t('opened', { count: meta.opened })}</Badge>}
        {meta.skipped > there && <Badge tone="danger">{t('leftOut', { count: meta.skipped - there })}</Badge>}
        {there > 0 && <Badge>{t('there', { count: there })}</Badge>}
        {madeCount(result) > 0 && (
          <span className="text-[13px] text-muted">
            {t('asDrafts', { range: format.range(meta.startDate, meta.endDate) })}
          </span>
        )}
      </p>
      <Reasons title="openedCount" groups={byReason(data, 'opened')} />
      <Reasons title="skippedCount" groups={byReason(data, 'skipped')} />
      {warned.length > 0 && (
        <Details title={t('warned', { count: warned.length })}>
          {warned.slice(0, SHOWN).map((item) => (
            <Line key={`${item.sourceId}${item.localDate}`} item={item}>
              {item.warnings.map((warning) => sayFindingAgain(warning, words)).join(' ')}
            </Line>
          ))}
          <More count={warned.length} />
        </Details>
      )}
      {nights.length > 0 && (
        <Details title={t('clocks', { count: nights.length })} startsOpen>
          {nights.slice(0, SHOWN).map((item) => (
            <Line key={`${item.sourceId}${item.localDate}`} item={item}>
              {item.clock.map((note) => clockWords(note.detail)).join(' ')}
            </Line>
          ))}
        </Details>
      )}
    </>
  );
}

/** More of one reason than anybody reads; the count is in the title. */
const SHOWN = 50;

type ReasonsProps = { title: 'openedCount' | 'skippedCount'; groups: ReasonGroup[] };

function Reasons({ title, groups }: ReasonsProps) {
  const t = useWords('planRepeat');
  const wordsOf = useProblemWords();
  return groups.map(({ detail, code, items }) => (
    <Details
      key={detail}
      title={t(title, { count: items.length })}
      reason={code ? wordsOf({ code, detail }) : detail}
    >
      {items.slice(0, SHOWN).map((item) => (
        <Line key={`${item.sourceId}${item.localDate}`} item={item} />
      ))}
      <More count={items.length} />
    </Details>
  ));
}

function More({ count }: { count: number }) {
  const t = useWords('planRepeat');
  if (count <= SHOWN) return null;
  return <li className="text-[13px] text-muted">{t('more', { count: count - SHOWN })}</li>;
}

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
  const t = useWords('planRepeat');
  const comma = useWords('app')('comma');
  return (
    <li className="flex flex-wrap gap-x-2 text-[13px] tabular-nums">
      <span className="w-24 shrink-0 text-muted">{format.shortDay(item.localDate)}</span>
      <span className="min-w-0 flex-1">
        {format.times(item.startsAt, item.endsAt, item.zone)} {item.employeeName ?? t('openShift')}
        {item.positionName && <span className="text-muted">{`${comma}${item.positionName}`}</span>}
        {children && <span className="block text-muted">{children}</span>}
      </span>
    </li>
  );
}
