'use client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { read } from './api';
import type { ApiProblem } from './problem';
import { keyOf, type Resource } from './resource';

export const queryOf = <T>(resource: Resource<T>) =>
  queryOptions<T, ApiProblem>({
    queryKey: keyOf(resource),
    queryFn: ({ signal }) => read(resource, signal),
  });

/** A resource, kept fresh. `enabled: false` holds it back. */
export const useResource = <T>(
  resource: Resource<T>,
  options: { enabled?: boolean; refetchInterval?: number; keepPrevious?: boolean } = {},
) => {
  const { keepPrevious, ...rest } = options;
  return useQuery<T, ApiProblem>({
    ...queryOf(resource),
    ...rest,
    placeholderData: keepPrevious ? (previous) => previous : undefined,
  });
};
