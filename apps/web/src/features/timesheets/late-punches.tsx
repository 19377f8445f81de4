'use client';
import { getSettleTimesheetsUrl } from '@vaktplan/api-client';
import type { AdjustmentView } from '@vaktplan/contracts/http/timesheet-corrections';
import { Button, Dialog, DialogContent, Field, Input, Textarea, toast } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { useFormat, useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useWords } from '@/lib/words';
import { useSubmit } from './use-submit';

type Props = { items: readonly AdjustmentView[]; onDone: () => Promise<unknown> };

/** Punches that came for a locked period: each is counted in the present one, or dismissed. */
export function LatePunches({ items, onDone }: Props) {
  const t = useWords('stray');
  const format = useFormat();
  const { zone } = useMe().organization;
  const [settling, setSettling] = useState<AdjustmentView>();
  if (items.length === 0) return null;
  const whatCame = ({ punch, localDate }: AdjustmentView): string => {
    if (!punch) return format.shortDay(localDate);
    const when = format.moment(punch.occurredAt, zone);
    const kind = `kind_${punch.kind}`;
    return t.has(kind) ? t(kind, { when }) : when;
  };
  return (
    <section aria-labelledby="late-punches" className="border-b border-border">
      <h2 id="late-punches" className="px-4 pt-3 text-sm font-semibold">
        {t('lateTitle', { count: items.length })}
      </h2>
      <ul className="divide-y divide-border">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <p className="min-w-48 flex-1">
              <span className="font-medium">{item.employeeName}</span>
              <span className="block text-[13px] text-muted">{whatCame(item)}</span>
            </p>
            {item.abilities.settle && (
              <Button
                size="sm"
                className="max-sm:w-full"
                aria-label={t('settleOne', { name: item.employeeName })}
                onClick={() => setSettling(item)}
              >
                {t('settle')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {settling && <SettleDialog item={settling} onDone={onDone} onClose={() => setSettling(undefined)} />}
    </section>
  );
}

type SettleProps = { item: AdjustmentView; onDone: () => Promise<unknown>; onClose: () => void };

function SettleDialog({ item, onDone, onClose }: SettleProps) {
  const id = useId();
  const t = useWords('stray');
  const app = useWords('app');
  const sheet = useWords('timesheet');
  const [minutes, setMinutes] = useState('');
  const [reason, setReason] = useState('');
  const { submit, busy, errors, rootError } = useSubmit(async (idempotencyKey) => {
    const body = { minutes: minutes === '' ? null : Number(minutes), reason };
    await write('POST', getSettleTimesheetsUrl(item.id), { body, version: item.version, idempotencyKey });
    toast.success(t(minutes === '' ? 'dismissed' : 'countedNow'));
    await onDone();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('settleTitle', { name: item.employeeName })}
        description={t('settleHint')}
        footer={
          <>
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button type="submit" form={id} variant="primary" loading={busy} disabled={reason.trim() === ''}>
              {t(minutes === '' ? 'dismiss' : 'countMinutes')}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={rootError} />
          <Field label={t('minutes')} hint={t('minutesHint')} error={errors.minutes} optional>
            <Input
              type="number"
              inputMode="numeric"
              min={-2880}
              max={2880}
              step={1}
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
            />
          </Field>
          <Field label={sheet('reason')} error={errors.reason} required>
            <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
