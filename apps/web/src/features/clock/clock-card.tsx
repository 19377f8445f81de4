'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { ClockView, PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { Badge, Button, Card, cn } from '@vaktplan/ui';
import { Coffee, LogIn, LogOut, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useCurrentLocation } from '@/features/shell/current-location';
import { useFormat } from '@/features/shell/me';
import { keyOf } from '@/lib/resource';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { ClockLoading } from './clock-loading';
import { findPosition } from './find-position';
import { closedForThem, elapsedMs, liveClock, nextPunches, stopwatch } from './live-clock';
import { savePunch, sendPunches, tapMoment, usePunchOutbox } from './punch-outbox';
import { RecentEntries } from './recent-entries';
import { clockResource } from './resources';
import { useNow } from './use-now';

const icons: Record<PunchKind, typeof LogIn> = {
  in: LogIn,
  out: LogOut,
  break_start: Coffee,
  break_end: Play,
};
const tones: Record<ClockView['state'], 'neutral' | 'success' | 'warning'> = {
  out: 'neutral',
  in: 'success',
  on_break: 'warning',
};
const retryMs = 15_000;

/** Keeps sending what waits: now, when the network returns, and every 15 s while something is left. */
function useOutboxSender(employeeId: string, unconfirmed: number) {
  const client = useQueryClient();
  useEffect(() => {
    if (unconfirmed === 0) return;
    const send = () =>
      void sendPunches(employeeId, () => client.invalidateQueries({ queryKey: keyOf(clockResource) }));
    send();
    window.addEventListener('online', send);
    const timer = setInterval(send, retryMs);
    return () => {
      window.removeEventListener('online', send);
      clearInterval(timer);
    };
  }, [client, employeeId, unconfirmed]);
}

/** Clock in, break, clock out, running time and the last entries. Works offline. */
export function ClockCard({ employeeId }: { employeeId: string }) {
  const t = useWords('punch');
  const query = useResource(clockResource);
  const outbox = usePunchOutbox().filter((item) => item.employeeId === employeeId);
  useRefetchOn(['time-entry:updated'], ['time-tracking']);
  useOutboxSender(employeeId, outbox.filter((item) => item.state !== 'refused').length);
  return (
    <Card aria-label={t('title')}>
      <QueryRegion query={query} loading={<ClockLoading />}>
        {(view) => (
          <>
            <Face view={view} fetchedAt={query.dataUpdatedAt} employeeId={employeeId} />
            <RecentEntries view={view} outbox={outbox} />
          </>
        )}
      </QueryRegion>
    </Card>
  );
}

type FaceProps = { view: ClockView; fetchedAt: number; employeeId: string };

function Face({ view, fetchedAt, employeeId }: FaceProps) {
  const t = useWords('punch');
  const { location } = useCurrentLocation();
  const unconfirmed = usePunchOutbox().filter(
    (item) => item.employeeId === employeeId && item.state !== 'refused',
  );
  const clock = liveClock(
    view,
    unconfirmed.map((item) => item.punch),
  );
  const now = useNow(clock.state !== 'out');
  // the server's clock counts, not the device's, except for what the server has not seen
  const skew = unconfirmed.length > 0 || fetchedAt === 0 ? 0 : Date.parse(view.serverTime) - fetchedAt;
  const [main, second] = nextPunches(clock.state, unconfirmed.length === 0 && closedForThem(view));
  const [locating, setLocating] = useState(false);
  const press = async (kind: PunchKind) => {
    const place = view.shift?.locationId ?? location?.id;
    if (!view.asksPosition) return savePunch(kind, employeeId, place);
    const tapped = tapMoment();
    setLocating(true);
    const position = await findPosition();
    setLocating(false);
    savePunch(kind, employeeId, place, position, tapped);
  };
  return (
    <div className="p-5">
      <div className="flex items-center justify-between gap-3" role="status">
        <Badge tone={tones[clock.state]}>{t(`state_${clock.state}`)}</Badge>
        <ShiftNow view={view} />
      </div>
      <p
        role="timer"
        aria-live="off"
        className={cn(
          'mt-4 text-center text-5xl font-semibold tracking-tight tabular-nums',
          clock.state === 'out' && 'text-muted',
        )}
      >
        {now === null ? '0:00:00' : stopwatch(elapsedMs(clock, now + skew))}
      </p>
      <p className="mt-1 text-center text-[13px] text-muted">
        {t(clock.state === 'on_break' ? 'breakSoFar' : 'workedSoFar')}
      </p>
      <div className="mt-5 grid gap-2">
        {main && <PunchButton {...main} big busy={locating} onPress={press} />}
        {second && <PunchButton {...second} busy={locating} onPress={press} />}
      </div>
      {view.asksPosition && (
        <p className="mt-2 text-center text-[13px] text-muted" aria-live="polite">
          {t(locating ? 'locating' : 'notesPosition')}
        </p>
      )}
    </div>
  );
}

type PunchButtonProps = {
  kind: PunchKind;
  forgotten?: boolean | undefined;
  big?: boolean;
  busy: boolean;
  onPress: (kind: PunchKind) => Promise<void>;
};

function PunchButton({ kind, forgotten, big, busy, onPress }: PunchButtonProps) {
  const Icon = icons[kind];
  const t = useWords('punch');
  const verbs = useWords('clock');
  return (
    <Button
      variant={big ? 'primary' : 'secondary'}
      className={big ? 'h-16 rounded-lg text-lg' : 'h-11'}
      disabled={busy}
      onClick={() => void onPress(kind)}
    >
      <Icon className={big ? 'size-5' : undefined} />
      {forgotten ? t('forgotten') : verbs(`punch_${kind}`)}
    </Button>
  );
}

function ShiftNow({ view }: { view: ClockView }) {
  const format = useFormat();
  const t = useWords('punch');
  if (!view.shift) return <span className="text-[13px] text-muted">{t('noShiftToday')}</span>;
  const { startsAt, endsAt, zone, positionName, locationName } = view.shift;
  return (
    <span className="min-w-0 truncate text-end text-[13px] text-muted">
      <span className="font-medium text-foreground tabular-nums">{format.times(startsAt, endsAt, zone)}</span>{' '}
      {positionName ?? locationName}
    </span>
  );
}
