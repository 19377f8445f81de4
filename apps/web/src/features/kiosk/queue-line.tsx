'use client';
import type { KioskScreen } from '@vaktplan/contracts/http/kiosk';
import { Button } from '@vaktplan/ui';
import { CloudUpload, TriangleAlert, X } from 'lucide-react';
import { formatIn } from '../../lib/format';
import { tapWords } from './tap';
import { forgetTap, useTaps } from './tap-queue';

/** What waits on this tablet, and what the server refused until somebody has read it. */
export function QueueLine({ screen }: { screen: KioskScreen | undefined }) {
  const taps = useTaps();
  const waiting = taps.filter((tap) => tap.state === 'saved' || tap.state === 'sent');
  const refused = taps.filter((tap) => tap.state === 'refused');
  if (waiting.length + refused.length === 0) return null;
  const timeOf = (instant: string) =>
    screen ? ` at ${formatIn(screen.locale).time(instant, screen.location.zone)}` : '';
  const names = waiting.map((tap) => tap.name || 'somebody').join(', ');
  return (
    <footer className="grid grid-cols-1 gap-2 border-t border-border bg-surface px-4 py-2.5 text-sm">
      {waiting.length > 0 && (
        <p role="status" className="flex items-start gap-2">
          <CloudUpload className="mt-0.5 size-4 shrink-0 text-warning" />
          <span>
            <span className="font-medium">
              {waiting.length === 1
                ? '1 tap is saved on this tablet'
                : `${waiting.length} taps are saved on this tablet`}
            </span>
            <span className="text-muted">{` and will be sent: ${names}`}</span>
          </span>
        </p>
      )}
      {refused.map((tap) => (
        <div key={tap.id} role="alert" className="flex items-start gap-2">
          <TriangleAlert className="mt-1.5 size-4 shrink-0 text-danger" />
          <p className="min-w-0 flex-1 py-1">
            <span className="font-medium">{`${tap.name || 'Somebody'}: ${tapWords[tap.kind].toLowerCase()}${timeOf(tap.occurredAt)}, not recorded. `}</span>
            <span className="text-muted">{tap.problem}</span>
          </p>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Dismiss what was not recorded for ${tap.name || 'somebody'}`}
            onClick={() => void forgetTap(tap.id)}
          >
            <X />
          </Button>
        </div>
      ))}
    </footer>
  );
}
