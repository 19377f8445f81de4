'use client';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import type { DayAxis } from '@vaktplan/ui/schedule-grid';
import { useMemo } from 'react';
import { addDays } from '@/lib/format';
import { useResource } from '@/lib/use-resource';
import { weekShiftsResource } from './resources';
import { shiftsOf } from './shown-week';

/**
 * The shifts of a day's view: its own, and those of the day before that run past midnight into it. Of other views just
 * their own. `axis` is there in the day view only.
 */
export function useNightBefore(
  locationId: string,
  day: string,
  axis: DayAxis | null,
  own: readonly ShiftView[],
): readonly ShiftView[] {
  const before = addDays(day, -1);
  const range = { locationId, startDate: before, endDate: before };
  const { data } = useResource(weekShiftsResource(range), { enabled: axis !== null });
  return useMemo(() => {
    if (!axis || !data) return own;
    const midnight = Date.parse(axis.startsAt);
    const late = shiftsOf(data).filter((shift) => Date.parse(shift.endsAt) > midnight);
    return late.length > 0 ? [...late, ...own] : own;
  }, [axis, data, own]);
}
