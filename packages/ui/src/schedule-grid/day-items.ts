import type { ShiftIndex } from './shift-index.ts';
import { sectionOf } from './sections.ts';
import type { GridEmployee, GridSection, GridShift } from './types.ts';

/** A line of a day's list: the head of a place, a person (or open shifts) with shifts, or the fold of who is free. */
export type DayItem =
  | { kind: 'place'; place: GridSection }
  | { kind: 'person'; id: string | null; shifts: readonly GridShift[]; place?: GridSection }
  | { kind: 'fold'; free: number };

export const keyOfItem = (item: DayItem): string => {
  if (item.kind === 'fold') return 'fold';
  if (item.kind === 'place') return `#${item.place.id}`;
  return `${item.id ?? 'open'}@${item.place?.id ?? ''}`;
};

interface Day {
  employees: readonly GridEmployee[];
  index: ShiftIndex;
  date: string;
  /** Whether those without a shift are listed. */
  unfolded: boolean;
  /** Locations, when the shifts of more than one are shown: each has a list of its own. */
  places?: readonly GridSection[] | undefined;
}

/** Open shifts, then who works, then who does not; by place where there is more than one. */
export function dayItems({ employees, index, date, unfolded, places }: Day): readonly DayItem[] {
  const shiftsOf = (id: string | null) => index.shownAt(id, date);
  const free = employees.filter(({ id }) => shiftsOf(id).length === 0);
  const working = [null, ...employees.map(({ id }) => id).filter((id) => shiftsOf(id).length > 0)];
  const people = (place?: GridSection): DayItem[] =>
    working.flatMap((id) => {
      const shifts = place
        ? shiftsOf(id).filter((shift) => sectionOf('location', shift) === place.id)
        : shiftsOf(id);
      if (id !== null && shifts.length === 0) return [];
      return [{ kind: 'person' as const, id, shifts, ...(place && { place }) }];
    });
  return [
    ...(places
      ? places.flatMap((place): DayItem[] => [{ kind: 'place', place }, ...people(place)])
      : people()),
    ...(free.length > 0 ? [{ kind: 'fold', free: free.length } as const] : []),
    ...(unfolded ? free.map(({ id }): DayItem => ({ kind: 'person', id, shifts: [] })) : []),
  ];
}
