'use client';
import { ErrorState } from '@vaktplan/ui';
import { useEffect } from 'react';
import { asProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { reportError } from '@/lib/report-error';

export default function AppError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useWords('shell');
  const wordsOf = useProblemWords();
  const problem = asProblem(error);
  useEffect(() => reportError(error), [error]);
  return (
    <ErrorState
      asHeading
      className="flex-1"
      title={t('pageFailed')}
      message={wordsOf(problem)}
      code={error.digest ?? problem.code}
      correlationId={problem.correlationId}
      onRetry={reset}
    />
  );
}
