'use client';
import { Button, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import type { SettingKind } from './setting-list';

type RemoveButtonProps = {
  kind: SettingKind;
  path: string;
  version: number;
  onRemoved: (message: string) => Promise<void>;
};

/** Takes a setting out of use, on the second press. What stands on it keeps its history. */
export function RemoveButton({ kind, path, version, onRemoved }: RemoveButtonProps) {
  const t = useWords('places');
  const wordsOf = useProblemWords();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await write('DELETE', path, { version });
      await onRemoved(t('removed'));
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
      setBusy(false);
      setAsked(false);
    }
  };
  return (
    <Button
      variant={asked ? 'danger' : 'ghost'}
      loading={busy}
      className="me-auto"
      onBlur={() => setAsked(false)}
      onClick={() => (asked ? void remove() : setAsked(true))}
    >
      {t(asked ? `remove_${kind}` : 'remove')}
    </Button>
  );
}
