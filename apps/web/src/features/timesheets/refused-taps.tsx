'use client';
import { getSettleRefusedTapsUrl } from '@vaktplan/api-client';
import type { RefusedTapView } from '@vaktplan/contracts/http/refused-taps';
import { Button, Dialog, DialogContent, Field, NativeSelect, toast } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { employeesResource } from '@/features/employees/resources';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useProblemWords } from '@/lib/problem-words';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { ReasonDialog } from './reason-dialog';
import { useSubmit } from './use-submit';

type Props = { items: readonly RefusedTapView[]; onDone: () => Promise<unknown> };

/** Taps that waited on a tablet and were refused: each is counted for somebody, or dismissed. */
export function RefusedTaps({ items, onDone }: Props) {
  const t = useWords('stray');
  const [open, setOpen] = useState<{ what: 'count' | 'dismiss'; item: RefusedTapView }>();
  if (items.length === 0) return null;
  const close = () => setOpen(undefined);
  return (
    <section aria-labelledby="refused-taps" className="border-b border-border">
      <h2 id="refused-taps" className="px-4 pt-3 text-sm font-semibold">
        {t('refusedTitle', { count: items.length })}
      </h2>
      <ul className="divide-y divide-border">
        {items.map((item) => (
          <RefusedTap key={item.id} item={item} onOpen={(what) => setOpen({ what, item })} />
        ))}
      </ul>
      {open?.what === 'count' && <CountDialog item={open.item} onDone={onDone} onClose={close} />}
      {open?.what === 'dismiss' && (
        <ReasonDialog
          title={t('dismissTitle')}
          description={t('dismissHint')}
          action={t('dismiss')}
          danger
          onClose={close}
          send={async (reason, idempotencyKey) => {
            const body = { count: false, reason };
            const { id, version } = open.item;
            await write('POST', getSettleRefusedTapsUrl(id), { body, version, idempotencyKey });
            toast.success(t('dismissed'));
            await onDone();
          }}
        />
      )}
    </section>
  );
}

type TapProps = { item: RefusedTapView; onOpen: (what: 'count' | 'dismiss') => void };

function RefusedTap({ item, onOpen }: TapProps) {
  const t = useWords('stray');
  const comma = useWords('app')('comma');
  const wordsOf = useProblemWords();
  const tapped = useTapWords();
  const name = item.employeeName ?? t('somebody');
  const why = `why_${item.problem}`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-48 flex-1">
        <p>
          <bdi className="font-medium">{name}</bdi>
          {[item.locationName, item.kioskName].filter(Boolean).map((place) => (
            <span key={place} className="text-muted">
              {comma}
              <bdi>{place}</bdi>
            </span>
          ))}
        </p>
        <p className="text-[13px]">{tapped(item)}</p>
        {/* as the manager has to hear it; the other codes say it well enough themselves */}
        <p className="text-[13px] text-muted">
          {t.has(why) ? t(why) : wordsOf({ code: item.problem, detail: item.detail })}
        </p>
      </div>
      {item.abilities.settle ? (
        <span className="flex gap-2 max-sm:w-full max-sm:*:flex-1">
          <Button size="sm" aria-label={t('dismissOne', { name })} onClick={() => onOpen('dismiss')}>
            {t('dismiss')}
          </Button>
          <Button
            size="sm"
            variant="primary"
            aria-label={t('countOne', { name })}
            onClick={() => onOpen('count')}
          >
            {t('count')}
          </Button>
        </span>
      ) : (
        <span className="text-[13px] text-muted">{t('yourOwn')}</span>
      )}
    </li>
  );
}

/** "Clock-in, 23 Nov, 09:00", on the clock of the place. */
function useTapWords(): (item: RefusedTapView) => string {
  const t = useWords('stray');
  const format = useFormat();
  return ({ kind, occurredAt, zone }) => t(`kind_${kind}`, { when: format.moment(occurredAt, zone) });
}

type CountProps = { item: RefusedTapView; onDone: () => Promise<unknown>; onClose: () => void };

function CountDialog({ item, onDone, onClose }: CountProps) {
  const id = useId();
  const t = useWords('stray');
  const app = useWords('app');
  const tapped = useTapWords();
  const people = useResource(employeesResource({ status: 'active' })).data?.data ?? [];
  const [employeeId, setEmployeeId] = useState(item.employeeId ?? '');
  const { submit, busy, errors, rootError } = useSubmit(async (idempotencyKey) => {
    const body = { count: true, employeeId };
    await write('POST', getSettleRefusedTapsUrl(item.id), { body, version: item.version, idempotencyKey });
    toast.success(t('countedTap'));
    await onDone();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('countTitle')}
        description={t('countHint')}
        footer={
          <>
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button type="submit" form={id} variant="primary" loading={busy} disabled={employeeId === ''}>
              {t('countIt')}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={rootError} />
          <p className="font-medium">{tapped(item)}</p>
          <Field label={t('whose')} error={errors.employeeId} required>
            <NativeSelect value={employeeId} onChange={(event) => setEmployeeId(event.target.value)}>
              {!item.employeeId && <option value="">{t('choosePerson')}</option>}
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
