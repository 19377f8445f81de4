import type { EntryResults, RejectEntries } from '@vaktplan/contracts/http/timesheets';
import { newId } from '@vaktplan/platform/new-id';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { decideEntries } from './decide-entries.ts';
import { tellPerson } from './tell.ts';

/**
 * Sends up to 500 entries back with a reason, which each person is told once. A result for each, as approving.
 */
export const rejectEntries = (ctx: Ctx, { entries, reason }: RejectEntries): Promise<EntryResults> =>
  transact(ctx, 'timesheets.reject', async (tx) => {
    const { results, decided } = await decideEntries(tx, ctx, entries, { act: 'reject', reason });
    for (const [employeeId, rows] of Map.groupBy(decided, (row) => row.employeeId)) {
      const dates = rows.map((row) => row.localDate).toSorted();
      const [startDate = '', endDate = startDate] = [dates[0], dates.at(-1)];
      await tellPerson(tx, ctx, employeeId, {
        said: { v: 1, what: 'hours_rejected', startDate, endDate, reason },
        dedupeKey: `reject-${newId()}`,
      });
    }
    return results;
  });
