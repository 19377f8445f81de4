import { AppError } from '@vaktplan/contracts/errors';
import type { Board, BoardQuery } from '@vaktplan/contracts/http/board';
import { locationContext, type LocationContext } from '@vaktplan/db/queries/at-work';
import { boardStatement, type BoardRow } from '@vaktplan/db/queries/board';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation, permittedPlaces } from '../context/permitted-places.ts';
import { shiftDatesAround } from '../time-tracking/punch-place.rules.ts';
import { countBoard, presentBoardPerson } from './board.presenter.ts';

/** A shift that begins within this time is expected. */
const SOON_HOURS = 2;
/** A shift is 24 hours long at most, and somebody may come a few early. */
const LONGEST_HOURS = 48;

/**
 * Who is in, on a break, came late, is missing or expected soon, by name, at the places where the actor may read time
 * entries. Errors: forbidden, not_found (location).
 */
export async function getBoard(ctx: Ctx, query: BoardQuery): Promise<Board> {
  if (!canSomewhere(ctx.actor, 'time-entry:read')) throw new AppError('forbidden');
  const now = ctx.now();
  const board = boardStatement(ctx.orgId, {
    now: now.toString(),
    until: now.add({ hours: SOON_HOURS }).toString(),
    since: now.subtract({ hours: LONGEST_HOURS }).toString(),
    shiftDates: shiftDatesAround(now.epochMilliseconds),
    locationId: query.locationId ?? null,
    scope: permittedPlaces(ctx.actor, 'time-entry:read'),
  });
  const asked = query.locationId ? [locationContext(ctx.orgId, query.locationId)] : [];
  const [rows, found] = await ctx.db.read(ctx.orgId, [board, ...asked]);
  if (found) {
    const location = found[0] as LocationContext | undefined;
    if (!location) throw new AppError('not_found');
    if (!canAtLocation(ctx.actor, 'time-entry:read', location)) throw new AppError('forbidden');
  }
  const data = (rows as BoardRow[]).map((row) => presentBoardPerson(ctx.actor, row, now.epochMilliseconds));
  return { data, meta: { at: now.toString(), counts: countBoard(data) } };
}
