import { useMemo, useRef } from 'react';
import type { GridSay } from './grid-words.ts';
import type { ScheduleGridProps } from './props.ts';
import { shownSections } from './sections.ts';
import { filterEmployees } from './shift-index.ts';
import type { GridEmployee, GridSection, GridShift } from './types.ts';
import { createWorld, type GridWorld } from './world.ts';

interface Rows {
  employees: readonly GridEmployee[];
  sections: readonly GridSection[] | undefined;
  world: GridWorld;
}

/** The rows to show: whom the filter leaves, in their sections. The same rows stay the same object. */
export function useRows(props: ScheduleGridProps, shown: readonly GridShift[], say: GridSay): Rows {
  const { days, rowsBy = 'employee', sections: given, filterText = '', hideEmptyRows = false } = props;
  const filtered = useMemo(() => filterEmployees(props.employees, filterText), [props.employees, filterText]);
  // only then do the rows depend on the shifts
  const relevant = hideEmptyRows || rowsBy !== 'employee' ? shown : undefined;
  const employees = useMemo(() => {
    if (!hideEmptyRows || !relevant) return filtered;
    const busy = new Set(relevant.map((shift) => shift.employeeId));
    return filtered.filter((each) => busy.has(each.id));
  }, [filtered, hideEmptyRows, relevant]);
  const sections = useMemo(
    () =>
      rowsBy === 'employee' || !relevant
        ? undefined
        : shownSections(rowsBy, given ?? [], employees, relevant, filterText !== '' || hideEmptyRows, say),
    [rowsBy, given, employees, relevant, filterText, hideEmptyRows, say],
  );
  const kept = useRef<GridWorld>(undefined);
  const world = useMemo(
    () =>
      createWorld(
        employees.map((each) => each.id),
        days,
        sections,
        kept.current,
      ),
    [employees, days, sections],
  );
  kept.current = world;
  return { employees, sections, world };
}
