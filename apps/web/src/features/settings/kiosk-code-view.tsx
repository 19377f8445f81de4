'use client';
import type { KioskCode } from '@vaktplan/contracts/http/kiosk';
import { Button, DialogContent } from '@vaktplan/ui';
import { CircleCheck } from 'lucide-react';
import { useNow } from '@/features/clock/use-now';
import { useResource } from '@/lib/use-resource';
import { kiosksResource } from './kiosk-resources';

const lookMs = 2_000;

/** The code to type on the tablet, for as long as it is good; says when the tablet has taken it. */
export function KioskCodeView({ given, onClose }: { given: KioskCode; onClose: () => void }) {
  const list = useResource(kiosksResource, { refetchInterval: lookMs });
  const now = useNow(true) ?? 0;
  const kiosk = list.data?.data.find((one) => one.id === given.kiosk.id);
  const before = given.kiosk.enrolledAt;
  const enrolled = kiosk !== undefined && kiosk.enrolledAt !== null && kiosk.enrolledAt !== before;
  const left = Math.max(0, Math.ceil((Date.parse(given.expiresAt) - now) / 60_000));
  return (
    <DialogContent
      title={enrolled ? `${given.kiosk.name} is ready` : `Enrol ${given.kiosk.name}`}
      footer={
        <Button variant="primary" onClick={onClose}>
          {enrolled ? 'Done' : 'Close'}
        </Button>
      }
    >
      {enrolled ? (
        <p role="status" className="flex items-center gap-3 py-4">
          <CircleCheck className="size-6 shrink-0 text-success" />
          The tablet has been enrolled. People can clock in on it now.
        </p>
      ) : (
        <div className="grid gap-4">
          <ol className="list-decimal space-y-1 pl-5 text-sm">
            <li>
              Open <span className="font-medium break-all">{`${window.location.origin}/kiosk`}</span> on the
              tablet.
            </li>
            <li>Type this code there.</li>
          </ol>
          <p
            aria-label="Code"
            className="rounded-lg bg-surface-2 py-5 text-center font-mono text-4xl font-semibold tracking-[0.15em]"
          >
            {given.code}
          </p>
          <p role="status" className="text-center text-[13px] text-muted">
            {left > 0
              ? `Good for ${left} more ${left === 1 ? 'minute' : 'minutes'}, once. It is not shown again.`
              : 'This code is over. Close this and ask for a new one.'}
          </p>
        </div>
      )}
    </DialogContent>
  );
}
