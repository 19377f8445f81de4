'use client';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '@/features/shell/me';
import { changedByOthers, type Shown } from './remote-changes';

const NONE: ReadonlySet<string> = new Set();

/** The shifts that others have just changed, for the grid to flash once. `loaded`: false while the days are on their way. */
export function useFlash(
  range: string,
  shifts: readonly ShiftView[],
  loaded: boolean,
  roster: RosterView,
): ReadonlySet<string> {
  const { employeeId } = useMe();
  const own = roster.employees.find((one) => one.id === employeeId)?.name ?? null;
  const shown = useRef<Shown>(undefined);
  const [flash, setFlash] = useState(NONE);
  useEffect(() => {
    if (!loaded) return;
    const changed = changedByOthers(shown.current, range, shifts, own);
    shown.current = { range, shifts };
    if (changed.length > 0) setFlash(new Set(changed));
  }, [range, shifts, loaded, own]);
  return flash;
}
