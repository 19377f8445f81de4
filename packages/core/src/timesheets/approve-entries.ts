import type { ApproveEntries, EntryResults } from '@vaktplan/contracts/http/timesheets';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { decideEntries } from './decide-entries.ts';

/**
 * Approves up to 500 entries as they were seen. A result for each: `not_found`, `forbidden`, `version_conflict` (changed
 * meanwhile), `entry_open`, `already_decided` and `period_locked` leave that one alone.
 */
export const approveEntries = (ctx: Ctx, { entries }: ApproveEntries): Promise<EntryResults> =>
  transact(ctx, 'timesheets.approve', async (tx) => {
    const { results } = await decideEntries(tx, ctx, entries, { act: 'approve', reason: null });
    return results;
  });
