'use client';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import type { GridEmployee, GridSection, GridShift } from '@vaktplan/ui/schedule-grid';
import { useMemo, useRef } from 'react';
import type { CurrentLocation } from '@/features/shell/current-location';
import { useMe } from '@/features/shell/me';
import type { ApiProblem } from '@/lib/problem';
import { queryOf } from '@/lib/use-resource';
import { peopleShown } from './people-shown';
import { closedDaysOf, gridEmployeesOf, gridShiftsOf } from './grid-data';
import { rosterResource, weekShiftsResource } from './resources';
import { shiftsOf } from './shown-week';
import type { View } from './use-view';
import type { Period } from './week';

type Board = {
  employees: GridEmployee[];
  shifts: GridShift[];
  sections: GridSection[] | undefined;
  closedDays: ReturnType<typeof closedDaysOf>;
  /** Rosters and shifts of the other locations shown, by location. */
  others: ReadonlyMap<string, { roster: RosterView; views: readonly ShiftView[] }>;
};

const NONE: readonly GridShift[] = [];

/** The list before when the new one holds the same, so that no row is drawn anew. */
function useSame(people: GridEmployee[]): GridEmployee[] {
  const before = useRef(people);
  const same = before.current.length === people.length && people.every((one, i) => one === before.current[i]);
  if (!same) before.current = people;
  return before.current;
}

/** People, shifts and sections as the grid draws them, of one location or, with rows by location, of all. */
export function useBoardData(
  location: CurrentLocation,
  period: Period,
  view: View,
  roster: RosterView,
  views: readonly ShiftView[],
): Board {
  const others = useOtherLocations(location, period, view.rows === 'location');
  const here = gridShiftsOf(roster, views);
  const filtered = view.departments.length + view.positions.length > 0;
  // without a filter a shift that changes is nothing to the people
  const counted = filtered ? here : NONE;
  const people = useSame(
    useMemo(() => peopleShown(gridEmployeesOf(roster), roster, view, counted), [roster, view, counted]),
  );
  return useMemo(() => {
    const closedDays = closedDaysOf(roster);
    const byLocation = new Map(others.map((one) => [one.roster.location.id, one]));
    const own = { employees: people, shifts: here, closedDays, others: byLocation };
    if (view.rows === 'employee') return { ...own, sections: undefined };
    if (view.rows === 'position') return { ...own, sections: positionSections(roster, view) };
    const all = [{ roster, shifts: here }, ...others];
    const employees = new Map(
      all
        .flatMap((one) => peopleShown(gridEmployeesOf(one.roster), one.roster, view, one.shifts))
        .map((one) => [one.id, one]),
    );
    const sections = all.map((one) => ({
      id: one.roster.location.id,
      name: one.roster.location.name,
      employeeIds: one.roster.employees.map((employee) => employee.id),
      closedDays: closedDaysOf(one.roster),
      locked: !one.roster.abilities.createShift,
    }));
    return {
      employees: [...employees.values()],
      shifts: all.flatMap((one) => one.shifts),
      sections,
      closedDays,
      others: byLocation,
    };
  }, [view, roster, people, here, others]);
}

const positionSections = (roster: RosterView, view: View): GridSection[] =>
  roster.positions
    .filter((position) => view.positions.length === 0 || view.positions.includes(position.id))
    .map(({ id, name, color }) => ({
      id,
      name,
      color,
      employeeIds: roster.employees.filter((one) => one.positionIds.includes(id)).map((one) => one.id),
    }));

/** The other locations' plans, as far as they are the reader's to see; each shift says whether it may be changed. */
function useOtherLocations(location: CurrentLocation, { startDate, endDate }: Period, wanted: boolean) {
  const { locations } = useMe();
  const others = wanted ? locations.filter((one) => one.id !== location.id) : [];
  const ranges = others.map((one) => ({ locationId: one.id, startDate, endDate }));
  const rosters = useQueries({
    queries: ranges.map((range) => queryOf(rosterResource(range))),
    combine: found,
  });
  const weeks = useQueries({
    queries: ranges.map((range) => queryOf(weekShiftsResource(range))),
    combine: found,
  });
  return useMemo(
    () =>
      rosters.flatMap((roster, i) => {
        const week = weeks[i];
        if (!roster || !week) return [];
        const views = shiftsOf(week);
        return [{ roster, views, shifts: gridShiftsOf(roster, views) }];
      }),
    [rosters, weeks],
  );
}

/** In the order asked; `undefined` = not there yet. */
const found = <T>(results: UseQueryResult<T, ApiProblem>[]): (T | undefined)[] =>
  results.map((result) => result.data);
