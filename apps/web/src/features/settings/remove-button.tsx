'use client';
import { Button, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';

type RemoveButtonProps = {
  noun: string;
  path: string;
  version: number;
  onRemoved: (message: string) => Promise<void>;
};

/** Takes a setting out of use, on the second press. What stands on it keeps its history. */
export function RemoveButton({ noun, path, version, onRemoved }: RemoveButtonProps) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await write('DELETE', path, { version });
      await onRemoved('Removed');
    } catch (error) {
      toast.error(asProblem(error).detail);
      setBusy(false);
      setAsked(false);
    }
  };
  return (
    <Button
      variant={asked ? 'danger' : 'ghost'}
      loading={busy}
      className="mr-auto"
      onBlur={() => setAsked(false)}
      onClick={() => (asked ? void remove() : setAsked(true))}
    >
      {asked ? `Remove this ${noun}?` : 'Remove'}
    </Button>
  );
}
