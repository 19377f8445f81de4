'use client';
import { toast } from '@vaktplan/ui';
import { useRef, useState, type FormEvent } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { asProblem, type ApiProblem } from '@/lib/problem';
import { useSaidWords } from '@/lib/said-words';

/** Sends a form once at a time, with one key for one attempt, and keeps what is wrong by field. */
export function useSubmit(send: (idempotencyKey: string) => Promise<void>) {
  const t = useWords('timesheet');
  const wordsOf = useProblemWords();
  const sayAgain = useSaidWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const key = useRef(uuidv7());
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await send(key.current);
    } catch (error) {
      const found = asProblem(error);
      // what is sent next is another attempt, unless this one may have arrived
      if (found.status > 0 && found.status < 500) key.current = uuidv7();
      setProblem(found);
      if (found.status >= 500) toast.error(wordsOf(found), { description: found.correlationId });
    } finally {
      setBusy(false);
    }
  };
  const errors: Record<string, string | undefined> = Object.fromEntries(
    (problem?.errors ?? []).map(({ path, message }) => [
      path,
      /^(startedAt|endedAt|breaks\.)/.test(path) && message.startsWith('Invalid')
        ? t('missingTime')
        : sayAgain(message),
    ]),
  );
  const rootError =
    problem && (problem.errors.length === 0 || problem.code !== 'validation_failed')
      ? wordsOf(problem)
      : undefined;
  return { submit, busy, errors, rootError };
}
