'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { CurrentLocation } from '@/features/shell/current-location';
import { useMe } from '@/features/shell/me';
import type { ApiProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { nobodyYet } from './nobody-yet';
import { standingNext, type Standing } from './roster-standing';
import { ScheduleLoading } from './schedule-loading';

type People = UseQueryResult<RosterView, ApiProblem>;
type Plan = { data: unknown; isError: boolean; refetch: () => unknown };
type Shown = {
  /** `undefined`: on their way. */
  people: RosterView | undefined;
  /** Said in place of the plan. */
  instead: ReactNode;
};

const AGAIN_MS = 5_000;

/**
 * The people of the period, or of the one before where they cannot be had: the toolbar stays, and with it the way back. Where
 * there were none before, why is told `instead`, under a toolbar that leads to another week.
 */
export function usePeople(location: CurrentLocation, answer: People, plan: Plan): Shown {
  const { organization } = useMe();
  const standing = useRef<Standing>({ people: undefined, failed: false });
  standing.current = standingNext(standing.current, answer);
  const { people, failed } = standing.current;
  useTogether(answer, plan, people !== undefined);
  const nobody = useMemo(() => nobodyYet(location, organization), [location, organization]);
  if (!failed) return { people, instead: undefined };
  const instead = (
    <QueryRegion query={answer} loading={<ScheduleLoading bare />}>
      {() => null}
    </QueryRegion>
  );
  return { people: nobody, instead };
}

/** What failed with the other is asked for again when that is there: the people by and by, as those shown stand in for them. */
function useTogether(answer: People, plan: Plan, shown: boolean): void {
  const { data, isError, refetch } = answer;
  const { refetch: askPlan } = plan;
  const isLate = plan.data !== undefined && isError && shown;
  useEffect(() => {
    if (!isLate) return undefined;
    const timer = setTimeout(() => void refetch(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isLate, refetch]);
  const planFailed = useRef(plan.isError);
  planFailed.current = plan.isError;
  useEffect(() => {
    if (data !== undefined && planFailed.current) void askPlan();
  }, [data, askPlan]);
}
