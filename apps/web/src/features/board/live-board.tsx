'use client';
import type { Board } from '@vaktplan/contracts/http/board';
import { EmptyState, NativeSelect } from '@vaktplan/ui';
import { Radio, Users } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { useRealtime } from '@/features/realtime/realtime-provider';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useFormat, useMe } from '@/features/shell/me';
import { Page } from '@/features/shell/page';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { BoardColumns } from './board-columns';
import { BoardCounts } from './board-counts';
import { BoardLoading } from './board-loading';
import { boardResource } from './resources';

/** Being late comes with time, not with a signal. */
const minute = 60_000;

/** Who is in, on a break, late, missing and expected, at one location or all; as it happens. */
export function LiveBoard() {
  const t = useWords('board');
  const { locations } = useMe();
  const [asked, setAsked] = useQueryState('location', parseAsString);
  const chosen = locations.find((location) => location.id === asked)?.id;
  const query = useResource(boardResource(chosen), { refetchInterval: minute, keepPrevious: true });
  useRefetchOn(
    ['time-entry:updated', 'schedule:published', 'shift:updated', 'shift:deleted'],
    ['time-tracking/board'],
  );
  const choice = locations.length > 1 && (
    <NativeSelect
      aria-label={t('location')}
      value={chosen ?? ''}
      onChange={(event) => void setAsked(event.target.value || null)}
    >
      <option value="">{t('all')}</option>
      {locations.map((location) => (
        <option key={location.id} value={location.id}>
          {location.name}
        </option>
      ))}
    </NativeSelect>
  );
  return (
    <Page title={t('title')} description={<Freshness board={query.data} />} actions={choice || undefined}>
      <QueryRegion
        query={query}
        loading={<BoardLoading />}
        isEmpty={(board) => board.data.length === 0}
        empty={<EmptyState icon={<Users />} title={t('empty')} description={t('emptyHint')} />}
      >
        {(board) => (
          <div className="grid grid-cols-1 gap-5">
            <BoardCounts counts={board.meta.counts} />
            <BoardColumns board={board} showPlace={chosen === undefined && locations.length > 1} />
          </div>
        )}
      </QueryRegion>
    </Page>
  );
}

/** How old what is shown is, and whether changes are heard. */
function Freshness({ board }: { board: Board | undefined }) {
  const t = useWords('board');
  const format = useFormat();
  const { organization } = useMe();
  const { state } = useRealtime();
  if (!board) return ' ';
  const time = format.time(board.meta.at, organization.zone);
  return (
    <span className="inline-flex items-center gap-1.5" role="status">
      <Radio className={state === 'connected' ? 'size-3.5 text-success' : 'size-3.5 text-warning'} />
      {t(state === 'connected' ? 'live' : 'stale', { time })}
    </span>
  );
}
