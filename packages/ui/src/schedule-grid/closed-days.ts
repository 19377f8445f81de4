import type { GridSection } from './types.ts';

/** Which days are closed: the name of the day, `null` without one, `undefined` when it is open. */
export interface ClosedDays {
  on(date: string, sectionId?: string): string | null | undefined;
}

type Names = ReadonlyMap<string, string | null>;

const NONE: Names = new Map();
const alone = new WeakMap<Names, ClosedDays>();

/** The grid's closed days; a section with days of its own (another location) goes by these. Without sections the same object for the same days. */
export function closedDaysOf(days: Names = NONE, sections?: readonly GridSection[]): ClosedDays {
  if (sections) {
    const own = new Map(sections.flatMap(({ id, closedDays }) => (closedDays ? [[id, closedDays]] : [])));
    return { on: (date, sectionId) => ((sectionId && own.get(sectionId)) || days).get(date) };
  }
  let closed = alone.get(days);
  if (!closed) alone.set(days, (closed = { on: (date) => days.get(date) }));
  return closed;
}

/** Stripes that are not colour alone; a chip lies over them. */
export const CLOSED_LOOK =
  'bg-[repeating-linear-gradient(135deg,color-mix(in_oklab,var(--foreground)_7%,transparent)_0_2px,transparent_2px_7px)]';
