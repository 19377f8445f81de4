'use client';
import type { KioskCode } from '@vaktplan/contracts/http/kiosk';
import { Button, DialogContent } from '@vaktplan/ui';
import { CircleCheck } from 'lucide-react';
import { useNow } from '@/features/clock/use-now';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { kiosksResource } from './kiosk-resources';

const lookMs = 2_000;

/** The code to type on the tablet, for as long as it is good; says when the tablet has taken it. */
export function KioskCodeView({ given, onClose }: { given: KioskCode; onClose: () => void }) {
  const t = useWords('kiosks');
  const close = useWords('app')('close');
  const list = useResource(kiosksResource, { refetchInterval: lookMs });
  const now = useNow(true) ?? 0;
  const kiosk = list.data?.data.find((one) => one.id === given.kiosk.id);
  const before = given.kiosk.enrolledAt;
  const enrolled = kiosk !== undefined && kiosk.enrolledAt !== null && kiosk.enrolledAt !== before;
  const left = Math.max(0, Math.ceil((Date.parse(given.expiresAt) - now) / 60_000));
  return (
    <DialogContent
      title={t(enrolled ? 'ready' : 'enrol', { name: given.kiosk.name })}
      footer={
        <Button variant="primary" onClick={onClose}>
          {enrolled ? t('done') : close}
        </Button>
      }
    >
      {enrolled ? (
        <p role="status" className="flex items-center gap-3 py-4">
          <CircleCheck className="size-6 shrink-0 text-success" />
          {t('enrolled')}
        </p>
      ) : (
        <div className="grid gap-4">
          <ol className="list-decimal space-y-1 ps-5 text-sm">
            <li className="[overflow-wrap:anywhere]">
              {t('openOn', { address: `${window.location.origin}/kiosk` })}
            </li>
            <li>{t('typeCode')}</li>
          </ol>
          <p
            aria-label={t('code')}
            dir="ltr"
            className="rounded-lg bg-surface-2 py-5 text-center font-mono text-4xl font-semibold tracking-[0.15em]"
          >
            {given.code}
          </p>
          <p role="status" className="text-center text-[13px] text-muted">
            {left > 0 ? t('goodFor', { count: left }) : t('over')}
          </p>
        </div>
      )}
    </DialogContent>
  );
}
