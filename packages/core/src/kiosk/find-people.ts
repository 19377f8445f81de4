import {
  kioskPeopleStatement,
  type KioskPeopleFilter,
  type KioskPersonRow,
} from '@vaktplan/db/queries/kiosk-people';
import type { Ctx, KioskActor } from '../context/ctx.ts';
import { shiftDatesAround } from '../time-tracking/punch-place.rules.ts';

/** A shift that begins later is of no use at the door. */
const AHEAD_HOURS = 16;

/** What to ask for: everybody whom the kiosk serves, or one of them. */
export function peopleFilter(ctx: Ctx, kiosk: KioskActor, employeeId?: string): KioskPeopleFilter {
  const now = ctx.now();
  return {
    locationId: kiosk.locationId,
    departmentIds: kiosk.departmentIds,
    now: now.toString(),
    until: now.add({ hours: AHEAD_HOURS }).toString(),
    shiftDates: shiftDatesAround(now.epochMilliseconds),
    employeeId: employeeId ?? null,
  };
}

/** Everybody whom the kiosk serves, by name, or the one asked for if they are among them. */
export async function findPeople(
  ctx: Ctx,
  kiosk: KioskActor,
  employeeId?: string,
): Promise<KioskPersonRow[]> {
  const [rows] = await ctx.db.read(ctx.orgId, [
    kioskPeopleStatement(ctx.orgId, peopleFilter(ctx, kiosk, employeeId)),
  ]);
  return rows as KioskPersonRow[];
}
