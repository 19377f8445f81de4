'use client';
import { ErrorState } from '@vaktplan/ui';
import type { ProblemCode } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';

/** In place of the whole app when not even the signed-in person could be read. */
export function Unavailable({ code, detail }: { code: ProblemCode; detail: string }) {
  const t = useWords('shell');
  const wordsOf = useProblemWords();
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState
        asHeading
        title={t('notAvailable')}
        message={wordsOf({ code, detail })}
        code={code}
        onRetry={() => location.reload()}
      />
    </main>
  );
}
