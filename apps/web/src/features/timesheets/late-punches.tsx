'use client';
import { getSettleTimesheetsUrl } from '@vaktplan/api-client';
import type { AdjustmentView } from '@vaktplan/contracts/http/timesheet-corrections';
import { Button, Dialog, DialogContent, Field, Input, Textarea, toast } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { useFormat, useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useSubmit } from './use-submit';

const KINDS: Record<string, string> = {
  in: 'Clock-in',
  out: 'Clock-out',
  break_start: 'Break start',
  break_end: 'Break end',
};

type Props = { items: readonly AdjustmentView[]; onDone: () => Promise<unknown> };

/** Punches that came for a locked period: each is counted in the present one, or dismissed. */
export function LatePunches({ items, onDone }: Props) {
  const format = useFormat();
  const { zone } = useMe().organization;
  const [settling, setSettling] = useState<AdjustmentView>();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="late-punches" className="border-b border-border">
      <h2 id="late-punches" className="px-4 pt-3 text-sm font-semibold">
        {items.length === 1 ? '1 punch came' : `${items.length} punches came`} after the period was locked
      </h2>
      <ul className="divide-y divide-border">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <p className="min-w-48 flex-1">
              <span className="font-medium">{item.employeeName}</span>
              <span className="block text-[13px] text-muted">
                {item.punch
                  ? `${KINDS[item.punch.kind] ?? item.punch.kind}, ${format.moment(item.punch.occurredAt, zone)}`
                  : format.shortDay(item.localDate)}
              </span>
            </p>
            {item.abilities.settle && (
              <Button size="sm" onClick={() => setSettling(item)}>
                Settle
              </Button>
            )}
          </li>
        ))}
      </ul>
      {settling && <SettleDialog item={settling} onDone={onDone} onClose={() => setSettling(undefined)} />}
    </section>
  );
}

function SettleDialog({
  item,
  onDone,
  onClose,
}: {
  item: AdjustmentView;
  onDone: () => Promise<unknown>;
  onClose: () => void;
}) {
  const id = useId();
  const [minutes, setMinutes] = useState('');
  const [reason, setReason] = useState('');
  const { submit, busy, errors, rootError } = useSubmit(async (idempotencyKey) => {
    const body = { minutes: minutes === '' ? null : Number(minutes), reason };
    await write('POST', getSettleTimesheetsUrl(item.id), { body, version: item.version, idempotencyKey });
    toast.success(minutes === '' ? 'Dismissed' : 'Counted in the present pay period');
    await onDone();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={`Settle a late punch of ${item.employeeName}`}
        description="The locked period stays as it is. Minutes are paid with the present one."
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={id} variant="primary" loading={busy}>
              {minutes === '' ? 'Dismiss' : 'Count the minutes'}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={rootError} />
          <Field
            label="Minutes"
            hint="With a minus sign to take off. Left empty, nothing is counted."
            error={errors.minutes}
            optional
          >
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
          <Field label="Reason" error={errors.reason} required>
            <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
