import { AppError } from '@vaktplan/contracts/errors';
import type { ListTimeEntriesQuery, TimeEntryList } from '@vaktplan/contracts/http/time-tracking';
import { findEmployeePlaces, listTimeEntryRows, MAX_TIME_ENTRIES } from '@vaktplan/db/queries/time-entries';
import { can, canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { permittedPlaces } from '../context/permitted-places.ts';
import { presentTimeEntry } from './time-entry.presenter.ts';

/**
 * Time entries of a range of business days (62 at most), by day and start: one's own, and those of the places where
 * the actor may read them. Errors: forbidden, not_found (employee), range_too_long.
 */
export async function listTimeEntries(ctx: Ctx, query: ListTimeEntriesQuery): Promise<TimeEntryList> {
  const own = ctx.actor.kind === 'user' ? ctx.actor.employeeId : null;
  const readsOthers = canSomewhere(ctx.actor, 'time-entry:read');
  if (!readsOthers && !(own && canSomewhere(ctx.actor, 'time-entry:read-own')))
    throw new AppError('forbidden');
  if (query.employeeId && query.employeeId !== own) await assertMayRead(ctx, query.employeeId);

  const rows = await listTimeEntryRows(ctx.db, ctx.orgId, {
    startDate: query.startDate,
    endDate: query.endDate,
    employeeId: query.employeeId ?? (readsOthers ? null : own),
    locationId: query.locationId ?? null,
    scope: permittedPlaces(ctx.actor, 'time-entry:read'),
    ownEmployeeId: own,
  });
  if (rows.length > MAX_TIME_ENTRIES) throw new AppError('range_too_long');
  const now = ctx.now().epochMilliseconds;
  return { data: rows.map((row) => presentTimeEntry(row, now)), meta: { count: rows.length } };
}

async function assertMayRead(ctx: Ctx, employeeId: string): Promise<void> {
  const places = await findEmployeePlaces(ctx.db, ctx.orgId, employeeId);
  if (!places) throw new AppError('not_found');
  const allowed =
    can(ctx.actor, 'time-entry:read') || places.some((place) => can(ctx.actor, 'time-entry:read', place));
  if (!allowed) throw new AppError('forbidden');
}
