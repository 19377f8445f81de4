import { afterPaint } from '@vaktplan/ui';
import { startTransition, useEffect, useState } from 'react';

/** False for the first paint: what a panel shows besides its frame may follow, so that it opens at once. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(true))), []);
  return painted;
}
