'use client';
import { RefreshCwOff, WifiOff } from 'lucide-react';
import { usePunchOutbox } from '@/features/clock/punch-outbox';
import { useRealtime } from '@/features/realtime/realtime-provider';
import { useWords } from '@/lib/words';
import { useDebounced } from '@/lib/use-debounced';
import { useOnline } from './online';

/** A short gap in live updates mends itself; only a longer one is worth a line. */
const patienceMs = 8_000;

function useLiveUpdatesPaused(): boolean {
  const { state } = useRealtime();
  return useDebounced(state, patienceMs) === 'disconnected' && state !== 'connected';
}

/** Says that the device is offline and how many punches wait on it, or that live updates are paused. */
export function OfflineBanner() {
  const t = useWords('shell');
  const online = useOnline();
  const paused = useLiveUpdatesPaused();
  const waiting = usePunchOutbox().filter((item) => item.state !== 'refused').length;
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 border-b border-warning/30 bg-warning/12 px-4 py-2 text-center text-[13px] text-warning">
          <WifiOff aria-hidden="true" className="size-4 shrink-0" />
          {t('offline')}
          {waiting > 0 && ` ${t('offlineWaiting', { count: waiting })}`}
        </p>
      )}
      {online && paused && (
        <p className="flex items-center justify-center gap-2 border-b border-border bg-surface-2 px-4 py-1.5 text-center text-[13px] text-muted">
          <RefreshCwOff aria-hidden="true" className="size-4 shrink-0" />
          {t('paused')}
        </p>
      )}
    </div>
  );
}
