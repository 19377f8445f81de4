'use client';
import { WifiOff } from 'lucide-react';
import { usePunchOutbox } from '@/features/clock/punch-outbox';
import { useOnline } from './online';

/** Says that the device is offline, and how many punches wait on it. */
export function OfflineBanner() {
  const online = useOnline();
  const waiting = usePunchOutbox().filter((item) => item.state !== 'refused').length;
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 border-b border-warning/30 bg-warning/12 px-4 py-2 text-center text-[13px] text-warning">
          <WifiOff aria-hidden="true" className="size-4 shrink-0" />
          You are offline. What you see may be old.
          {waiting > 0 && ` ${waiting} ${waiting === 1 ? 'punch waits' : 'punches wait'} on this device.`}
        </p>
      )}
    </div>
  );
}
