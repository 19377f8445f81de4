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

const pinResource = (employeeId: string) => resource(getGetPinsUrl(employeeId), PinState);

/** The PIN for kiosks: set, replaced or taken away, never shown. */
export function EmployeePin({ employeeId }: { employeeId: string }) {
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
      await done('PIN removed');
    } catch (error) {
      toast.error(asProblem(error).detail);
    }
  };
  return (
    <section aria-labelledby="kiosk-pin" className="mt-6 border-t border-border pt-4">
      <h3 id="kiosk-pin" className="text-sm font-semibold">
        PIN for kiosks
      </h3>
      <QueryRegion query={query} loading={<Skeleton className="mt-2 h-9 w-full" />}>
        {(state) =>
          typing ? (
            <PinForm
              employeeId={employeeId}
              onDone={() => done('PIN set')}
              onCancel={() => setTyping(false)}
            />
          ) : (
            <div className="mt-2 flex flex-wrap items-center gap-2">
              <p className="min-w-0 flex-1 text-[13px] text-muted">
                <PinWords state={state} />
              </p>
              {state.isSet && (
                <Button size="sm" variant="ghost" onClick={() => void remove()}>
                  Remove PIN
                </Button>
              )}
              <Button size="sm" onClick={() => setTyping(true)}>
                {state.isSet ? 'New PIN' : 'Set PIN'}
              </Button>
            </div>
          )
        }
      </QueryRegion>
    </section>
  );
}

function PinWords({ state }: { state: PinState }) {
  const format = useFormat();
  const { zone } = useMe().organization;
  if (!state.setAt) return 'None yet: this person cannot use kiosks that ask for one.';
  return `Set ${format.moment(state.setAt, zone)}. Nobody can look it up.`;
}

type PinFormProps = { employeeId: string; onDone: () => Promise<void>; onCancel: () => void };

function PinForm({ employeeId, onDone, onCancel }: PinFormProps) {
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!SetPinSchema.safeParse({ pin }).success) return setProblem('4 to 8 digits');
    setBusy(true);
    try {
      await write('PUT', getSetPinsUrl(employeeId), { body: { pin }, schema: PinState });
      await onDone();
    } catch (error) {
      setProblem(asProblem(error).detail);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="mt-2 flex items-start gap-2">
      <Field label="New PIN" hint="Tell the person: it is not shown again" error={problem} className="flex-1">
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
        Save PIN
      </Button>
      <Button onClick={onCancel} className="mt-6.5">
        Cancel
      </Button>
    </form>
  );
}
