import { erasePositions } from '@vaktplan/db/queries/own-data';
import { lockTimesheetSettings } from '@vaktplan/db/queries/timesheet-settings';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { removeFilesBefore } from '../files/remove-file.ts';

const AT_ONCE = 1000;

/**
 * Wipes positions and removes photos that are older than the organisation keeps them (90 and 30 days unless it says
 * otherwise). What was found out about the place stays, so hours stay as they are. By the product itself; may run twice.
 */
export async function forgetOutdated(ctx: Ctx): Promise<{ positions: number; photos: number }> {
  const settings = await ctx.db.transaction(ctx.orgId, (tx) => lockTimesheetSettings(tx, ctx.orgId));
  const daysAgo = (days: number) =>
    ctx
      .now()
      .subtract({ hours: 24 * days })
      .toString();
  const positionsBefore = daysAgo(settings.positionRetentionDays);
  let positions = 0;
  for (let erased = AT_ONCE; erased === AT_ONCE; positions += erased) {
    erased = await transact(ctx, 'privacy.erase-positions', (tx) =>
      erasePositions(tx, ctx.orgId, positionsBefore, AT_ONCE),
    );
  }
  const which = { purpose: 'punch_photo' as const, before: daysAgo(settings.photoRetentionDays) };
  let photos = 0;
  for (let removed = await removeFilesBefore(ctx, which); removed > 0;) {
    photos += removed;
    removed = await removeFilesBefore(ctx, which);
  }
  return { positions, photos };
}
