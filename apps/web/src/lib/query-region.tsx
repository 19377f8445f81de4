'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorState } from '@vaktplan/ui';
import type { ReactNode } from 'react';
import { offline, type ApiProblem } from './problem';
import { useProblemWords } from './problem-words';
import { useSentWords } from './words';

type QueryRegionProps<T> = {
  query: UseQueryResult<T, ApiProblem>;
  /** Skeleton in the geometry of the answer. */
  loading: ReactNode;
  /** Shown instead of `children` when the answer holds nothing. */
  empty?: ReactNode;
  isEmpty?: (data: T) => boolean;
  children: (data: T) => ReactNode;
};

/** One region of a page: loading, offline, failed, empty, or there. Old data stays while a refetch fails. */
export function QueryRegion<T>({ query, loading, empty, isEmpty, children }: QueryRegionProps<T>) {
  const wordsOf = useProblemWords();
  const t = useSentWords('app');
  if (query.data !== undefined) {
    return isEmpty?.(query.data) ? empty : children(query.data);
  }
  const waitingForNetwork = query.fetchStatus === 'paused';
  const problem = waitingForNetwork ? offline() : query.error;
  if (!problem) return loading;
  return (
    <ErrorState
      title={problem.code === 'offline' ? t?.('noConnection') : undefined}
      message={wordsOf(problem)}
      code={problem.code}
      correlationId={problem.correlationId}
      offline={problem.code === 'offline'}
      onRetry={() => void query.refetch()}
    />
  );
}
