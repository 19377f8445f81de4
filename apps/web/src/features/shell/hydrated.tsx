'use client';
import { HydrationBoundary, type DehydratedState } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';

/**
 * What the server has read, for the queries below. `state` is JSON: as an object React would write and read each of its
 * values by itself, and a week of shifts has tens of thousands.
 */
export function Hydrated({ state, children }: { state: string; children: ReactNode }) {
  const parsed = useMemo(() => JSON.parse(state) as DehydratedState, [state]);
  return <HydrationBoundary state={parsed}>{children}</HydrationBoundary>;
}
