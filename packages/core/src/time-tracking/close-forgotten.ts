import { listDueEntries } from '@vaktplan/db/queries/time-entries';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { saveClocks, takeClocks } from './recording/record-taps.ts';

const MOST = 500;
const TOGETHER = 50;
type Due = { employeeId: string; startedAt: string };

/**
 * Ends the entries of the organisation that nobody clocked out of, as its rules say, and marks them. A clock-out that comes
 * after all takes its place. May run twice. Returns how many people were looked at.
 */
export async function closeForgotten(ctx: Ctx): Promise<number> {
  const now = ctx.now();
  const due = await ctx.db.transaction(ctx.orgId, (tx) =>
    listDueEntries(tx, ctx.orgId, now.toString(), MOST),
  );
  for (let from = 0; from < due.length; from += TOGETHER) {
    const batch = due.slice(from, from + TOGETHER);
    await recompute(ctx, batch).catch(async () => {
      // one that cannot be computed does not keep the others open
      for (const one of batch) {
        await recompute(ctx, [one]).catch((err: unknown) => {
          ctx.log.error({ err, employeeId: one.employeeId }, 'an entry could not be closed');
        });
      }
    });
  }
  return due.length;
}

const recompute = (ctx: Ctx, due: readonly Due[]): Promise<unknown> =>
  transact(ctx, 'timeTracking.closeForgotten', async (tx) => {
    const now = ctx.now().epochMilliseconds;
    // just after its start, so that the entry itself is where the person's facts begin
    const from = new Map(due.map(({ employeeId, startedAt }) => [employeeId, Date.parse(startedAt) + 1]));
    const clocks = await takeClocks(tx, ctx, from, [], now);
    await saveClocks(tx, ctx, clocks, {}, now);
  });
