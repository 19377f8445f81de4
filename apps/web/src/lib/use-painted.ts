import { afterPaint } from '@vaktplan/ui';
import { startTransition, useEffect, useState } from 'react';

/** False for the first paint: what a panel shows besides its frame may follow, so that it opens at once. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(true))), []);
  return painted;
}

/**
 * The value once what is drawn with it has been painted, before that the one before, at first none: for what is asked of the
 * server besides, since asking takes as long as drawing a part of the page.
 */
export function useOncePainted<T extends string | object>(value: T): T | undefined {
  const [painted, setPainted] = useState<T>();
  useEffect(() => {
    if (painted === value) return undefined;
    return afterPaint(() => startTransition(() => setPainted(value)));
  }, [value, painted]);
  return painted;
}
