'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { toast } from '@vaktplan/ui';
import { useRef } from 'react';
import { useForm, type DefaultValues, type FieldValues, type Path } from 'react-hook-form';
import { v7 as uuidv7 } from 'uuid';
import type * as z from 'zod';
import { useFieldWords } from './field-words';
import { useProblemWords } from './problem-words';
import { asProblem, type ApiProblem } from './problem';
import { useSaidWords } from './said-words';

type Submit<Output> = (value: Output, idempotencyKey: string) => Promise<void>;

/**
 * A form over a contract's schema. Wrong fields come from the schema before sending and from the API's problem
 * after; the Idempotency-Key stays the same while the same values are sent again.
 */
export function useContractForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
) {
  const fieldWords = useFieldWords();
  const wordsOf = useProblemWords();
  const sayAgain = useSaidWords();
  const read = zodResolver(schema, { error: fieldWords });
  const form = useForm<Input, unknown, Output>({
    // a sentence that a contract states itself comes before those of the page's language
    resolver: async (...given) => {
      const found = await read(...given);
      eachMessage(found.errors, sayAgain);
      return found;
    },
    defaultValues,
  });
  const sent = useRef<{ body: string; key: string } | undefined>(undefined);

  const keyFor = (value: Output): string => {
    const body = JSON.stringify(value);
    if (sent.current?.body !== body) sent.current = { body, key: uuidv7() };
    return sent.current.key;
  };

  const show = (problem: ApiProblem) => {
    for (const { path, message } of problem.errors)
      form.setError(path as Path<Input>, { message: sayAgain(message) });
    const [first] = problem.errors;
    if (first) form.setFocus(first.path as Path<Input>);
    else form.setError('root', { message: wordsOf(problem) });
  };

  const submitWith = (submit: Submit<Output>) =>
    form.handleSubmit(async (value) => {
      form.clearErrors('root');
      try {
        await submit(value, keyFor(value));
        sent.current = undefined;
      } catch (error) {
        const problem = asProblem(error);
        show(problem);
        if (problem.status >= 500) toast.error(wordsOf(problem), { description: problem.correlationId });
      }
    });

  return { ...form, submitWith, rootError: form.formState.errors.root?.message };
}

/** Says every message anew, wherever in the tree of fields it stands. */
function eachMessage(errors: object, say: (message: string) => string): void {
  for (const [key, value] of Object.entries(errors) as [string, unknown][]) {
    if (key === 'message' && typeof value === 'string') Object.assign(errors, { message: say(value) });
    else if (key !== 'ref' && typeof value === 'object' && value !== null) eachMessage(value, say);
  }
}

/** For optional text: nothing typed is null, not an empty word. */
export const blankAsNull = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? null : value;
