'use client';
import { getSettleRefusedTapsUrl } from '@vaktplan/api-client';
import type { RefusedTapView } from '@vaktplan/contracts/http/refused-taps';
import { Button, Dialog, DialogContent, Field, NativeSelect, toast } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { employeesResource } from '@/features/employees/resources';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useResource } from '@/lib/use-resource';
import { ReasonDialog } from './reason-dialog';
import { useSubmit } from './use-submit';

const KINDS: Record<RefusedTapView['kind'], string> = {
  in: 'clocked in',
  out: 'clocked out',
  break_start: 'began a break',
  break_end: 'ended a break',
};
/** As the manager has to hear it; the other codes say it well enough themselves. */
const PROBLEMS: Partial<Record<RefusedTapView['problem'], string>> = {
  pin_wrong: 'with a wrong PIN',
  pin_missing: 'without having a PIN',
  pin_ambiguous: 'with a PIN that several people have',
  kiosk_unscheduled: 'without a shift there',
  employee_inactive: 'after they were deactivated',
  punch_too_old: 'more than 31 days before it arrived',
  punch_in_future: 'on a tablet whose clock is ahead',
};

type Props = { items: readonly RefusedTapView[]; onDone: () => Promise<unknown> };

/** Taps that waited on a tablet and were refused: each is counted for somebody, or dismissed. */
export function RefusedTaps({ items, onDone }: Props) {
  const format = useFormat();
  const [open, setOpen] = useState<{ what: 'count' | 'dismiss'; item: RefusedTapView }>();
  if (items.length === 0) return null;
  const close = () => setOpen(undefined);
  return (
    <section aria-labelledby="refused-taps" className="border-b border-border">
      <h2 id="refused-taps" className="px-4 pt-3 text-sm font-semibold">
        {items.length === 1 ? '1 tap on a kiosk was' : `${items.length} taps on a kiosk were`} not recorded
      </h2>
      <ul className="divide-y divide-border">
        {items.map((item) => {
          const who = item.employeeName ?? 'Somebody';
          return (
            <li key={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <p className="min-w-48 flex-1">
                <span className="font-medium">{who}</span>{' '}
                {`${KINDS[item.kind]}, ${format.moment(item.occurredAt, item.zone)}`}
                <span className="block text-[13px] text-muted">
                  {[item.locationName, item.kioskName].filter(Boolean).join(', ')},{' '}
                  {PROBLEMS[item.problem] ?? item.detail}
                </span>
              </p>
              {item.abilities.settle ? (
                <span className="flex gap-2 max-sm:w-full max-sm:*:flex-1">
                  <Button
                    size="sm"
                    aria-label={`Dismiss, ${who}`}
                    onClick={() => setOpen({ what: 'dismiss', item })}
                  >
                    Dismiss
                  </Button>
                  <Button
                    size="sm"
                    variant="primary"
                    aria-label={`Count, ${who}`}
                    onClick={() => setOpen({ what: 'count', item })}
                  >
                    Count
                  </Button>
                </span>
              ) : (
                <span className="text-[13px] text-muted">Your own: somebody else settles it.</span>
              )}
            </li>
          );
        })}
      </ul>
      {open?.what === 'count' && <CountDialog item={open.item} onDone={onDone} onClose={close} />}
      {open?.what === 'dismiss' && (
        <ReasonDialog
          title="Dismiss the tap"
          description="Nothing is counted. The person reads your reason."
          action="Dismiss"
          danger
          onClose={close}
          send={async (reason, idempotencyKey) => {
            const body = { count: false, reason };
            const { id, version } = open.item;
            await write('POST', getSettleRefusedTapsUrl(id), { body, version, idempotencyKey });
            toast.success('Dismissed');
            await onDone();
          }}
        />
      )}
    </section>
  );
}

type CountProps = { item: RefusedTapView; onDone: () => Promise<unknown>; onClose: () => void };

function CountDialog({ item, onDone, onClose }: CountProps) {
  const id = useId();
  const format = useFormat();
  const people = useResource(employeesResource({ status: 'active' })).data?.data ?? [];
  const [employeeId, setEmployeeId] = useState(item.employeeId ?? '');
  const { submit, busy, errors, rootError } = useSubmit(async (idempotencyKey) => {
    const body = { count: true, ...(employeeId && { employeeId }) };
    await write('POST', getSettleRefusedTapsUrl(item.id), { body, version: item.version, idempotencyKey });
    toast.success('Counted, the hours follow');
    await onDone();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Count the tap"
        description={`As if it had come: ${item.employeeName ?? 'somebody'} ${KINDS[item.kind]}, ${format.moment(item.occurredAt, item.zone)}. The hours that follow are approved as usual.`}
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={id} variant="primary" loading={busy}>
              Count it
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={rootError} />
          <Field label="Whose tap it was" error={errors.employeeId} required>
            <NativeSelect value={employeeId} onChange={(event) => setEmployeeId(event.target.value)}>
              {!item.employeeId && <option value="">Choose a person</option>}
              {item.employeeId && <option value={item.employeeId}>{item.employeeName}</option>}
              {people
                .filter((person) => person.id !== item.employeeId)
                .map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
            </NativeSelect>
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
