import type { GridShift } from './types.ts';

/** What makes one list of shifts of another. A shift that has changed is in both. */
interface ListChange {
  gone: readonly GridShift[];
  come: readonly GridShift[];
}

/** Past this many all is better made anew. */
const FEW = 400;

/**
 * The few shifts in which `after` differs from `before`, whose shifts are `byId`; `null` when there are many. Shifts that
 * have not changed are the same objects.
 */
export function changeBetween(
  before: readonly GridShift[],
  after: readonly GridShift[],
  byId: ReadonlyMap<string, GridShift>,
): ListChange | null {
  let start = 0;
  while (start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const gone: GridShift[] = [];
  const come: GridShift[] = [];
  for (let i = start; i < after.length - end; i++) {
    const shift = after[i]!;
    const was = byId.get(shift.id);
    if (was === shift) continue;
    if (come.push(shift) > FEW) return null;
    if (was) gone.push(was);
  }
  if (before.length + come.length - gone.length === after.length) return { gone, come };
  const there = new Set<string>();
  for (let i = start; i < after.length - end; i++) there.add(after[i]!.id);
  for (let i = start; i < before.length - end; i++) {
    if (!there.has(before[i]!.id) && gone.push(before[i]!) > 2 * FEW) return null;
  }
  return { gone, come };
}

export function withChange(
  byId: ReadonlyMap<string, GridShift>,
  { gone, come }: ListChange,
): ReadonlyMap<string, GridShift> {
  const next = new Map(byId);
  for (const { id } of gone) next.delete(id);
  for (const shift of come) next.set(shift.id, shift);
  return next;
}

/** The cells after the change; those it does not touch keep their arrays. */
export function regrouped(
  cells: ReadonlyMap<string, readonly GridShift[]>,
  { gone, come }: ListChange,
  keyOf: (shift: GridShift) => string,
): ReadonlyMap<string, readonly GridShift[]> {
  const touched = new Map<string, readonly GridShift[]>();
  const now = (key: string) => touched.get(key) ?? cells.get(key) ?? [];
  for (const shift of gone) {
    const key = keyOf(shift);
    touched.set(
      key,
      now(key).filter((one) => one !== shift),
    );
  }
  for (const shift of come) {
    const key = keyOf(shift);
    touched.set(key, [...now(key), shift].toSorted(byStart));
  }
  const next = new Map(cells);
  for (const [key, cell] of touched) {
    if (cell.length === 0) next.delete(key);
    else next.set(key, cell);
  }
  return next;
}

/** Earlier first; at the same time in an order that stays. */
export const byStart = (a: GridShift, b: GridShift): number =>
  a.startMinutes - b.startMinutes || (a.id < b.id ? -1 : 1);
