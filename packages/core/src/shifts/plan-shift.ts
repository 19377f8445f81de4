import { AppError } from '@vaktplan/contracts/errors';
import type { CreateShift } from '@vaktplan/contracts/http/shifts';
import type { Tx } from '@vaktplan/db/database';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import type { Ctx } from '../context/ctx.ts';
import { authorize } from '../context/authorize.ts';
import type { Permission } from '@vaktplan/contracts/permissions';
import type { Finding } from '../findings/facts.rules.ts';
import { assertReason, judgePlacement, toPlanShift, type Placement } from '../findings/judge-placement.ts';
import { localDateOf, resolveMoment } from '../time/local-time.rules.ts';
import { assertPositionHere } from './assert-position-here.ts';
import { placedBreaks, type GivenBreak } from './given-breaks.rules.ts';
import { movedBreaks } from './moved-breaks.rules.ts';
import { readsOf, type PlanSource } from './plan-source.ts';
import { assertBreaksFit, assertShiftInterval, shiftMinutes } from './shift.rules.ts';

/** What people may say about a shift, complete: a new one, or the old one with the changes laid over. */
export type Wish = Pick<
  CreateShift,
  'departmentId' | 'startsAt' | 'endsAt' | 'startsAtFold' | 'endsAtFold'
> & {
  positionId: string | null;
  employeeId: string | null;
  notes: string | null;
  breaks: GivenBreak[];
  /** Why somebody goes on though a rule warns. */
  reason?: string | undefined;
};

/** The shift that is changed, as far as planning asks. */
type Before = Pick<
  ShiftRow,
  'id' | 'employeeId' | 'positionId' | 'locationId' | 'startsAt' | 'endsAt' | 'breaks'
>;

export type PlannedShift = Awaited<ReturnType<typeof planShift>>;

/**
 * A wish -> the columns of a shift, or the reason why not: permission at the place, local times in the location's
 * zone, interval and breaks, the position's place, and what the rules say of it with its person: what blocks is refused,
 * what warns comes back as `warnings`, to be noted with the write. Takes the person's plan lock. `before` is the shift
 * that is changed: it may keep a position that has been archived meanwhile, is not judged again unless it moves, and takes
 * its own breaks along. `source`: the facts, read one by one
 * unless they have been gathered for many shifts.
 */
export async function planShift(
  tx: Tx,
  ctx: Ctx,
  permission: Permission,
  wish: Wish,
  before?: Before,
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
  const breaks =
    before && wish.breaks === before.breaks
      ? movedBreaks(before, interval)
      : placedBreaks(wish.breaks, interval);
  assertBreaksFit(interval, breaks);
  const localDate = localDateOf(interval.startsAt, place.zone);

  if (wish.positionId) {
    const kept = before?.positionId ?? null;
    await assertPositionHere(source, wish.positionId, place.locationId, kept);
  }
  if (wish.employeeId) {
    await source.lockPlan(wish.employeeId);
  }
  const shift = {
    locationId: place.locationId,
    departmentId: place.departmentId,
    positionId: wish.positionId,
    employeeId: wish.employeeId,
    startsAt: interval.startsAt.toString(),
    endsAt: interval.endsAt.toString(),
    zone: place.zone,
    localDate,
    notes: wish.notes,
    breaks,
  };
  const warnings = before && liesAsBefore(before, shift) ? [] : await judge(source, shift, before);
  assertReason(warnings, wish.reason);
  const scheduleId = await source.schedule(place, localDate);
  return { ...shift, scheduleId, warnings, reason: wish.reason };
}

const NEW = 'new';

async function judge(
  source: PlanSource,
  shift: Omit<Placement, 'id' | 'employeeId'> & { employeeId: string | null },
  before: Before | undefined,
): Promise<Finding[]> {
  const { employeeId } = shift;
  if (employeeId === null) {
    source.lay(before, undefined);
    return [];
  }
  const planned = toPlanShift({ ...shift, id: before?.id ?? NEW, employeeId });
  const warnings = judgePlacement(await source.plan(employeeId, shift.localDate), planned);
  source.lay(before, planned);
  return warnings;
}

const liesAsBefore = (before: Before, shift: Omit<Before, 'id'>): boolean =>
  (['employeeId', 'positionId', 'locationId'] as const).every((key) => before[key] === shift[key]) &&
  (['startsAt', 'endsAt'] as const).every((key) => Date.parse(before[key]) === Date.parse(shift[key])) &&
  shiftMinutes(before).paidMinutes === shiftMinutes(shift).paidMinutes;
