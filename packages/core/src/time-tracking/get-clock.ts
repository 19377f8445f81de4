import type { ClockView } from '@vaktplan/contracts/http/time-tracking';
import { findClock } from '@vaktplan/db/queries/clock';
import type { Ctx } from '../context/ctx.ts';
import { localDateOf } from '../time/local-time.rules.ts';
import { matchWindows, windowAt } from './compute/match.rules.ts';
import { zoneClock } from './compute/zone-clock.rules.ts';
import { ownClock } from './own-clock.ts';
import { policyFinder } from './recording/policies.ts';
import { shiftDatesAround } from './punch-place.rules.ts';
import { presentTimeEntry } from './time-entry.presenter.ts';

/** No place lets a clock-in belong to a shift that ended longer ago. */
const LATEST_MINUTES = 720;
const RECENT = 5;
const STATES = { open: 'in', on_break: 'on_break', complete: 'out' } as const;

/**
 * The signed-in employee's clock: state, open entry with its published shift, else the one that a clock-in of now would
 * belong to by the place's rules, else the next today, and the last five finished entries (newest first). Errors: forbidden, no_employee.
 */
export async function getClock(ctx: Ctx): Promise<ClockView> {
  const employeeId = ownClock(ctx.actor);
  const instant = ctx.now();
  const now = instant.epochMilliseconds;
  const found = await findClock(ctx.db, ctx.orgId, {
    employeeId,
    endedAfter: instant.subtract({ minutes: LATEST_MINUTES }).toString(),
    shiftDates: shiftDatesAround(now),
    entries: RECENT + 1,
  });
  const { entries, shifts } = found;
  const views = entries.map((entry) => presentTimeEntry(entry, now));
  const entry = views.find((view) => view.endedAt === null) ?? null;
  const shift =
    shifts.find(({ id }) => id === entry?.shiftId) ??
    shiftOf(found, now) ??
    shifts.find(
      (next) => Date.parse(next.startsAt) > now && next.localDate === localDateOf(instant, next.zone),
    );
  return {
    state: entry ? STATES[entry.state] : 'out',
    entry,
    shift: shift
      ? {
          id: shift.id,
          startsAt: shift.startsAt,
          endsAt: shift.endsAt,
          zone: shift.zone,
          locationId: shift.locationId,
          locationName: shift.locationName,
          positionName: shift.positionName,
        }
      : null,
    recent: views.filter((view) => view.endedAt !== null).slice(0, RECENT),
    asksPosition: asksPosition(found, entry?.locationId ?? shift?.locationId, now),
    serverTime: instant.toString(),
  };
}

type Found = Awaited<ReturnType<typeof findClock>>;

/** Whose window, early and late as each place has it, holds this moment. */
function shiftOf({ shifts, policies }: Found, now: number): Found['shifts'][number] | undefined {
  const policyOf = policyFinder(policies);
  const windows = matchWindows(
    shifts.map((shift) => ({ shift, start: Date.parse(shift.startsAt), end: Date.parse(shift.endsAt) })),
    ({ shift }) => policyOf(shift.locationId, shift.localDate).settings.match,
  );
  return windowAt(now, windows)?.shift.shift;
}

/** Is there a circle at the place of the next punch, and somebody who looks at it? */
function asksPosition(found: Found, at: string | undefined, now: number): boolean {
  const { homeLocationId, locations, policies } = found;
  const place = locations.find(({ id }) => id === (at ?? homeLocationId));
  if (!place || place.radiusMeters === null) return false;
  const { where } = policyFinder(policies)(place.id, zoneClock.dateOf(place.zone, now)).settings;
  return where.geofence.in !== 'off' || where.geofence.out !== 'off';
}
