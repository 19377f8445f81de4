'use client';
import type { KioskScreen } from '@vaktplan/contracts/http/kiosk';
import { Button } from '@vaktplan/ui';
import { CloudUpload, TriangleAlert, X } from 'lucide-react';
import { useProblemWords } from '../../lib/problem-words';
import { useWords } from '../../lib/words';
import { forgetTap, useTaps } from './tap-queue';
import { useKioskFormat } from './use-kiosk-format';

/** What waits on this tablet, and what the server refused until somebody has read it. */
export function QueueLine({ screen }: { screen: KioskScreen | undefined }) {
  const t = useWords('kiosk');
  const wordsOf = useProblemWords();
  const format = useKioskFormat(screen?.locale ?? 'en-GB');
  const taps = useTaps();
  const waiting = taps.filter((tap) => tap.state === 'saved' || tap.state === 'sent');
  const refused = taps.filter((tap) => tap.state === 'refused');
  if (waiting.length + refused.length === 0) return null;
  const zone = screen?.location.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const names = waiting.map((tap) => tap.name || t('somebody')).join(', ');
  return (
    <footer className="grid grid-cols-1 gap-2 border-t border-border bg-surface px-4 py-2.5 text-sm">
      {waiting.length > 0 && (
        <p role="status" className="flex items-start gap-2">
          <CloudUpload className="mt-0.5 size-4 shrink-0 text-warning" />
          <span>
            <span className="font-medium">{t('waiting', { count: waiting.length })}</span>
            <span className="text-muted">{t('willBeSent', { names })}</span>
          </span>
        </p>
      )}
      {refused.map((tap) => (
        <div key={tap.id} role="alert" className="flex items-start gap-2">
          <TriangleAlert className="mt-1.5 size-4 shrink-0 text-danger" />
          <p className="min-w-0 flex-1 py-1">
            <span className="font-medium">
              {t(`lost_${tap.kind}`, {
                name: tap.name || t('Somebody'),
                time: format.time(tap.occurredAt, zone),
              })}
            </span>
            <span className="text-muted">
              {tap.code && tap.problem ? wordsOf({ code: tap.code, detail: tap.problem }) : tap.problem}
            </span>
          </p>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t('forget', { name: tap.name || t('somebody') })}
            onClick={() => void forgetTap(tap.id)}
          >
            <X />
          </Button>
        </div>
      ))}
    </footer>
  );
}
