'use client';
import { getGetPinsUrl, getRemovePinsUrl, getSetPinsUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { PinState, SetPinSchema } from '@vaktplan/contracts/http/kiosk';
import { Button, Field, Input, Skeleton, toast } from '@vaktplan/ui';
import { useState, type FormEvent } from 'react';
import { useFormat, useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { keyOf, resource } from '@/lib/resource';
import { useResource } from '@/lib/use-resource';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';

const pinResource = (employeeId: string) => resource(getGetPinsUrl(employeeId), PinState);

/** The PIN for kiosks: set, replaced or taken away, never shown. */
export function EmployeePin({ employeeId }: { employeeId: string }) {
  const t = useWords('people');
  const wordsOf = useProblemWords();
  const asked = pinResource(employeeId);
  const query = useResource(asked);
  const client = useQueryClient();
  const [typing, setTyping] = useState(false);
  const done = async (words: string) => {
    await client.invalidateQueries({ queryKey: keyOf(asked) });
    setTyping(false);
    toast.success(words);
  };
  const remove = async () => {
    try {
      await write('DELETE', getRemovePinsUrl(employeeId));
      await done(t('pinRemoved'));
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    }
  };
  return (
    <section aria-labelledby="kiosk-pin" className="mt-6 border-t border-border pt-4">
      <h3 id="kiosk-pin" className="text-sm font-semibold">
        {t('pin')}
      </h3>
      <QueryRegion query={query} loading={<Skeleton className="mt-2 h-9 w-full" />}>
        {(state) =>
          typing ? (
            <PinForm
              employeeId={employeeId}
              onDone={() => done(t('pinDone'))}
              onCancel={() => setTyping(false)}
            />
          ) : (
            <div className="mt-2 flex flex-wrap items-center gap-2">
              <p className="min-w-0 flex-1 text-[13px] text-muted">
                <PinWords state={state} />
              </p>
              {state.isSet && (
                <Button size="sm" variant="ghost" onClick={() => void remove()}>
                  {t('pinRemove')}
                </Button>
              )}
              <Button size="sm" onClick={() => setTyping(true)}>
                {state.isSet ? t('pinNew') : t('pinDo')}
              </Button>
            </div>
          )
        }
      </QueryRegion>
    </section>
  );
}

function PinWords({ state }: { state: PinState }) {
  const t = useWords('people');
  const format = useFormat();
  const { zone } = useMe().organization;
  if (!state.setAt) return t('pinNone');
  return t('pinSet', { when: format.moment(state.setAt, zone) });
}

type PinFormProps = { employeeId: string; onDone: () => Promise<void>; onCancel: () => void };

function PinForm({ employeeId, onDone, onCancel }: PinFormProps) {
  const t = useWords('people');
  const cancel = useWords('app')('cancel');
  const wordsOf = useProblemWords();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!SetPinSchema.safeParse({ pin }).success) return setProblem(t('pinWrong'));
    setBusy(true);
    try {
      await write('PUT', getSetPinsUrl(employeeId), { body: { pin }, schema: PinState });
      await onDone();
    } catch (error) {
      setProblem(wordsOf(asProblem(error)));
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="mt-2 flex flex-wrap items-start gap-2"
    >
      <Field label={t('pinNew')} hint={t('pinHint')} error={problem} className="min-w-40 flex-1">
        <Input
          value={pin}
          onChange={(event) => setPin(event.target.value)}
          inputMode="numeric"
          type="password"
          autoComplete="new-password"
          maxLength={8}
          autoFocus
        />
      </Field>
      <Button type="submit" variant="primary" loading={busy} className="mt-6.5">
        {t('pinSave')}
      </Button>
      <Button onClick={onCancel} className="mt-6.5">
        {cancel}
      </Button>
    </form>
  );
}
