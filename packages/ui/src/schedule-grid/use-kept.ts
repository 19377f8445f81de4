import { useRef } from 'react';

/** The list before when the new one says the same, so that nothing is measured or drawn anew. */
export function useKept(list: readonly number[]): readonly number[] {
  const kept = useRef(list);
  const before = kept.current;
  if (before.length !== list.length || before.some((each, i) => each !== list[i])) kept.current = list;
  return kept.current;
}
