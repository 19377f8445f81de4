import { createHash } from 'node:crypto';
import { AppError } from '@vaktplan/contracts/errors';
import {
  calendarShiftsStatement,
  feedByTokenStatement,
  type CalendarScope,
  type CalendarShiftRow,
  type ReadableFeedRow,
} from '@vaktplan/db/queries/calendar-feeds';
import { loadActor } from '../auth/load-actor.ts';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { permittedPlaces } from '../context/permitted-places.ts';
import { feedTokenHash, organizationOf } from './feed-token.ts';
import { writeCalendar } from './write-calendar.ts';

/** A calendar as it is sent: `etag` is the same as long as the text is. */
export type CalendarFile = { text: string; etag: string };

const MONTHS_BACK = 1;
const MONTHS_AHEAD = 12;

/**
 * The calendar behind a token: nobody is signed in, the token is the key. What its subscriber may see today is what it
 * shows, from a month back to a year ahead. Throws `not_found` for a token that is unknown, renewed, revoked, or whose
 * subscriber has left or plans there no more.
 */
export async function readCalendar(desk: Pick<Ctx, 'db' | 'now'>, token: string): Promise<CalendarFile> {
  const orgId = organizationOf(token);
  if (!orgId) throw new AppError('not_found');
  const [[feed]] = (await desk.db.read(orgId, [feedByTokenStatement(orgId, feedTokenHash(token))])) as [
    ReadableFeedRow[],
  ];
  if (!feed) throw new AppError('not_found');
  const today = desk.now().toZonedDateTimeISO('UTC').toPlainDate();
  const days = {
    startDate: today.subtract({ months: MONTHS_BACK }).toString(),
    endDate: today.add({ months: MONTHS_AHEAD }).toString(),
  };
  const scope = await scopeOf(desk, orgId, feed);
  const [shifts] = (await desk.db.read(orgId, [calendarShiftsStatement(orgId, scope, days)])) as [
    CalendarShiftRow[],
  ];
  const text = writeCalendar({ name: feed.name, kind: feed.kind, shifts });
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"` };
}

/** What the subscriber may see now, not what they could when they subscribed. Throws `not_found`. */
async function scopeOf(desk: Pick<Ctx, 'db'>, orgId: string, feed: ReadableFeedRow): Promise<CalendarScope> {
  const { actor } = await loadActor(desk.db, { organizationId: orgId, userId: feed.userId, sessionId: null });
  if (!actor) throw new AppError('not_found');
  if (feed.employeeId) return { employeeId: feed.employeeId };
  if (!feed.locationId || !canSomewhere(actor, 'shift:read-draft')) throw new AppError('not_found');
  return { locationId: feed.locationId, places: permittedPlaces(actor, 'shift:read-draft') };
}
