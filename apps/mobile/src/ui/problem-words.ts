import { useCallback } from 'react';
import { useWords } from './words';

/** Why the server refused, in the app's language; for a reason that has no words here, the server's own. */
export function useProblemWords(): (code: string | null, reason: string | null) => string {
  const t = useWords('problems');
  const common = useWords('common');
  return useCallback(
    (code, reason) => {
      const known = code as Parameters<typeof t>[0] | null;
      return known && t.has(known) ? t(known) : (reason ?? common('failed'));
    },
    [t, common],
  );
}
