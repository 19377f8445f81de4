'use client';
import { ErrorState } from '@vaktplan/ui';
import { asProblem } from '@/lib/problem';

export default function AppError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const problem = asProblem(error);
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
