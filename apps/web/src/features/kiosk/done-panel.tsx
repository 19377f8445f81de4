'use client';
import type { KioskScreen } from '@vaktplan/contracts/http/kiosk';
import { Button, Spinner } from '@vaktplan/ui';
import { CircleCheck, CloudUpload, TriangleAlert } from 'lucide-react';
import { formatIn } from '../../lib/format';
import { tapWords, type Tap } from './tap';
import { useTaps } from './tap-queue';

const marks = {
  saved: <CloudUpload className="size-16 text-warning" />,
  sent: <Spinner className="size-12 text-muted" />,
  confirmed: <CircleCheck className="size-16 text-success" />,
  refused: <TriangleAlert className="size-16 text-danger" />,
};
const words: Record<Tap['state'], string> = {
  saved: 'Saved on this tablet, not sent yet',
  sent: 'Being sent',
  confirmed: 'Confirmed',
  refused: 'Not recorded',
};

type DonePanelProps = { tapId: string; screen: KioskScreen; onBack: () => void };

/** What became of the tap, as it becomes known. Leaves by itself after ten seconds. */
export function DonePanel({ tapId, screen, onBack }: DonePanelProps) {
  const tap = useTaps().find((one) => one.id === tapId);
  if (!tap) return null;
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 p-6 text-center">
      <div className="grid size-20 place-items-center" aria-hidden="true">
        {marks[tap.state]}
      </div>
      <div role="status" className="grid gap-1">
        <h2 className="text-2xl font-semibold">{tap.name || 'Thank you'}</h2>
        <p className="text-lg tabular-nums">{`${tapWords[tap.kind]} at ${formatIn(screen.locale).time(tap.occurredAt, screen.location.zone)}`}</p>
        <p className="text-muted">{words[tap.state]}</p>
        {tap.problem && <p className="max-w-sm font-medium text-danger">{tap.problem}</p>}
      </div>
      <Button size="lg" className="mt-4 min-w-40" onClick={onBack} autoFocus>
        Done
      </Button>
    </div>
  );
}
