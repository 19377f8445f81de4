'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApiProblem } from '@/lib/problem';
import type { ShownWeek } from './shown-week';
import type { Period } from './week';

type WeekQuery = Pick<UseQueryResult<ShownWeek, ApiProblem>, 'data' | 'fetchStatus' | 'error'>;
/** The period whose plan is on the screen, soon the one asked for; without `week` its days alone. */
export type Shown = {
  period: Period;
  week: ShownWeek | undefined;
  /** Its plan is neither there nor on its way. */
  missing: boolean;
};

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
  const onItsWay = isOnItsWay(query);
  const missing = query.data === undefined && !onItsWay;
  if (before?.period === period && before.week === query.data && before.missing === missing) return before;
  // what is said in place of a plan goes when it is asked for again
  if (before && onItsWay && !before.missing && !typing()) return before;
  return { period, week: query.data, missing };
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
