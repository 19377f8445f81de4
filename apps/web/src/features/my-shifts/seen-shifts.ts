'use client';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { useEffect, useMemo, useState } from 'react';

type Seen = Record<string, number>;
export type Mark = 'new' | 'changed';

const storageKey = (employeeId: string) => `vaktplan.seen-shifts.${employeeId}`;

const isSeen = (kept: unknown): kept is Seen =>
  typeof kept === 'object' &&
  kept !== null &&
  Object.values(kept).every((version) => Number.isInteger(version));

function load(employeeId: string): Seen | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(employeeId)) ?? 'null');
    return isSeen(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** What is new or changed since this person last had the page open on this device. A first visit marks nothing. */
export function marksOf(shifts: readonly ShiftView[], seen: Seen | null): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  if (!seen) return marks;
  for (const { id, publishedVersion } of shifts) {
    const before = seen[id];
    if (before === undefined) marks.set(id, 'new');
    else if (publishedVersion !== null && publishedVersion > before) marks.set(id, 'changed');
  }
  return marks;
}

/** Marks stay while the page is open and are gone at the next visit. */
export function useShiftMarks(
  employeeId: string,
  shifts: readonly ShiftView[] | undefined,
): Map<string, Mark> {
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => setSeen(load(employeeId)), [employeeId]);
  useEffect(() => {
    if (!shifts) return;
    const versions = shifts.map((shift) => [shift.id, shift.publishedVersion ?? shift.version] as const);
    localStorage.setItem(storageKey(employeeId), JSON.stringify(Object.fromEntries(versions)));
    // a first visit: everything is known from here on, so what comes later is new
    setSeen((before) => before ?? Object.fromEntries(versions));
  }, [employeeId, shifts]);
  return useMemo(() => marksOf(shifts ?? [], seen), [shifts, seen]);
}
