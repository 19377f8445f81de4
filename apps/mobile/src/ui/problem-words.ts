import { useCallback } from 'react';
import { useWords } from './words';

/** Why the server refused, in the app's language; for a reason that has no words here, the server's own. */
export function useProblemWords(): (code: string | null, reason: string | null) => string {
  const t = useWords('problems');
  const app = useWords('app');
  return useCallback(
    (code, reason) => {
      const known = code as Parameters<typeof t>[0] | null;
      return known && t.has(known) ? t(known) : (reason ?? app('failed'));
    },
    [t, app],
  );
}
