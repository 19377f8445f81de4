'use client';
import { ErrorState } from '@vaktplan/ui';
import { useEffect } from 'react';
import { asProblem } from '@/lib/problem';
import { reportError } from '@/lib/report-error';

export default function AppError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const problem = asProblem(error);
  useEffect(() => reportError(error), [error]);
  return (
    <ErrorState
      asHeading
      className="flex-1"
      title="This page failed"
      message={problem.detail}
      code={error.digest ?? problem.code}
      correlationId={problem.correlationId}
      onRetry={reset}
    />
  );
}
