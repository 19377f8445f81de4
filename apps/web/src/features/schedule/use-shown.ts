'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApiProblem } from '@/lib/problem';
import type { ShownWeek } from './shown-week';
import type { Period } from './week';

type WeekQuery = Pick<UseQueryResult<ShownWeek, ApiProblem>, 'data' | 'fetchStatus' | 'error'>;
/** The period whose plan is on the screen, soon the one asked for; without `week` its days alone. */
export type Shown = { period: Period; week: ShownWeek | undefined };

/** Nothing of another period is there yet, but it will be. */
export const isOnItsWay = (query: WeekQuery): boolean =>
  query.data === undefined && query.fetchStatus === 'fetching' && !query.error;

/**
 * What is shown after `before` when `period` is asked for. While its plan is on its way the one before stays: drawing
 * empty days first would take longer than the plan does. `typing`: turned by keys within the grid, which go on in the
 * other days at once.
 */
export function shownNext(
  before: Shown | undefined,
  period: Period,
  query: WeekQuery,
  typing: () => boolean,
): Shown {
  if (before?.period === period && before.week === query.data) return before;
  return before && isOnItsWay(query) && !typing() ? before : { period, week: query.data };
}

const isInGrid = (): boolean => Boolean(document.activeElement?.closest('[role=grid]'));

/** What the page shows of the period asked for, from render to render. */
export function useShown(period: Period, query: WeekQuery): Shown {
  const shown = useRef<Shown>(undefined);
  const asked = useRef(period);
  const turned = asked.current !== period;
  asked.current = period;
  shown.current = shownNext(shown.current, period, query, () => turned && isInGrid());
  return shown.current;
}
