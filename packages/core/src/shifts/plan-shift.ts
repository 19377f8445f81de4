import { AppError } from '@vaktplan/contracts/errors';
import type { CreateShift, ShiftBreak } from '@vaktplan/contracts/http/shifts';
import type { Tx } from '@vaktplan/db/database';
import type { Ctx } from '../context/ctx.ts';
import { authorize } from '../context/authorize.ts';
import type { Permission } from '@vaktplan/contracts/permissions';
import { localDateOf, resolveMoment } from '../time/local-time.rules.ts';
import { assertAssignable, assertPositionHere } from './assert-assignable.ts';
import { readsOf, type PlanSource } from './plan-source.ts';
import { assertBreaksFit, assertShiftInterval } from './shift.rules.ts';

/** What people may say about a shift, complete: a new one, or the old one with the changes laid over. */
export type Wish = Pick<
  CreateShift,
  'departmentId' | 'startsAt' | 'endsAt' | 'startsAtFold' | 'endsAtFold'
> & {
  positionId: string | null;
  employeeId: string | null;
  notes: string | null;
  breaks: ShiftBreak[];
};

export type PlannedShift = Awaited<ReturnType<typeof planShift>>;

/**
 * A wish -> the columns of a shift, or the reason why not: permission at the place, local times in the location's
 * zone, interval and breaks, the person's contract, the position's place. Takes the person's plan lock. `before` is the
 * shift that is changed: it may keep a position that has been archived meanwhile. `source`: the facts, read one by one
 * unless they have been gathered for many shifts.
 */
export async function planShift(
  tx: Tx,
  ctx: Ctx,
  permission: Permission,
  wish: Wish,
  before?: { positionId: string | null },
  source: PlanSource = readsOf(tx, ctx),
) {
  const place = await source.place(wish.departmentId);
  if (!place || place.archived)
    throw new AppError('not_found', { errors: [{ path: 'departmentId', message: 'No such department' }] });
  authorize(ctx.actor, permission, place);

  const interval = {
    startsAt: resolveMoment(wish.startsAt, place.zone, wish.startsAtFold, 'startsAt'),
    endsAt: resolveMoment(wish.endsAt, place.zone, wish.endsAtFold, 'endsAt'),
  };
  assertShiftInterval(interval);
  assertBreaksFit(interval, wish.breaks);
  const localDate = localDateOf(interval.startsAt, place.zone);

  if (wish.positionId) {
    const kept = before?.positionId ?? null;
    await assertPositionHere(source, wish.positionId, place.locationId, kept);
  }
  if (wish.employeeId) {
    await source.lockPlan(wish.employeeId);
    await assertAssignable(source, wish.employeeId, localDate);
  }
  const scheduleId = await source.schedule(place, localDate);
  return {
    scheduleId,
    locationId: place.locationId,
    departmentId: place.departmentId,
    positionId: wish.positionId,
    employeeId: wish.employeeId,
    startsAt: interval.startsAt.toString(),
    endsAt: interval.endsAt.toString(),
    zone: place.zone,
    localDate,
    notes: wish.notes,
    breaks: wish.breaks,
  };
}
