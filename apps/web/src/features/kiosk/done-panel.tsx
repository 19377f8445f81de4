'use client';
import type { KioskScreen } from '@vaktplan/contracts/http/kiosk';
import { Button, Spinner } from '@vaktplan/ui';
import { CircleCheck, CloudUpload, TriangleAlert } from 'lucide-react';
import { useProblemWords } from '../../lib/problem-words';
import { useWords } from '../../lib/words';
import { useTaps } from './tap-queue';
import { useKioskFormat } from './use-kiosk-format';

const marks = {
  saved: <CloudUpload className="size-16 text-warning" />,
  sent: <Spinner className="size-12 text-muted" />,
  confirmed: <CircleCheck className="size-16 text-success" />,
  refused: <TriangleAlert className="size-16 text-danger" />,
};

type DonePanelProps = { tapId: string; screen: KioskScreen; onBack: () => void };

/** What became of the tap, as it becomes known. Leaves by itself after ten seconds. */
export function DonePanel({ tapId, screen, onBack }: DonePanelProps) {
  const t = useWords('kiosk');
  const wordsOf = useProblemWords();
  const format = useKioskFormat(screen.locale);
  const tap = useTaps().find((one) => one.id === tapId);
  if (!tap) return null;
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 p-6 text-center">
      <div className="grid size-20 place-items-center" aria-hidden="true">
        {marks[tap.state]}
      </div>
      <div role="status" className="grid gap-1">
        <h2 className="text-2xl font-semibold">{tap.name || t('thanks')}</h2>
        <p className="text-lg tabular-nums">
          {t(`at_${tap.kind}`, { time: format.time(tap.occurredAt, screen.location.zone) })}
        </p>
        <p className="text-muted">{t(tap.state)}</p>
        {tap.problem && (
          <p className="max-w-sm font-medium text-danger">
            {tap.code ? wordsOf({ code: tap.code, detail: tap.problem }) : tap.problem}
          </p>
        )}
      </div>
      <Button size="lg" className="mt-4 min-w-40" onClick={onBack} autoFocus>
        {t('done')}
      </Button>
    </div>
  );
}
