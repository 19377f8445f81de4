import type { GridChange, NewPause } from './change-types.ts';
import type { GridShift } from './types.ts';

/** The breaks of a shift that is made like this one: they keep their distance to its start. */
export function pausesOf({ breaks = [], startsAt }: Pick<GridShift, 'breaks' | 'startsAt'>): NewPause[] {
  const start = startsAt ? Date.parse(startsAt) : NaN;
  return breaks.map((pause) => {
    const after = pause.startsAt === null ? NaN : Math.round((Date.parse(pause.startsAt) - start) / 60_000);
    return { minutes: pause.minutes, paid: pause.paid, afterStart: Number.isNaN(after) ? null : after };
  });
}

type Where = {
  tempId: string;
  employeeId: string | null;
  date: string;
  positionId?: string | null | undefined;
  locationId?: string | undefined;
};

/** Another shift like this one, made anew: with its breaks and its note, in its department unless it changes place. */
export function likeShift(shift: GridShift, { positionId, locationId, ...where }: Where): GridChange {
  const { startMinutes, endMinutes, notes, departmentId } = shift;
  const stays = positionId === undefined && locationId === undefined;
  const breaks = pausesOf(shift);
  return {
    kind: 'create',
    ...where,
    startMinutes,
    endMinutes,
    positionId: positionId === undefined ? shift.positionId : positionId,
    notes,
    ...(breaks.length > 0 && { breaks }),
    ...(stays && departmentId !== undefined && { departmentId }),
    ...(locationId !== undefined && { locationId }),
  };
}
