import type { EntryResults, ReopenEntries } from '@vaktplan/contracts/http/timesheets';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { decideEntries } from './decide-entries.ts';

/** Takes decisions back: approved and rejected entries are undecided again. A result for each, as approving. */
export const reopenEntries = (ctx: Ctx, { entries, reason }: ReopenEntries): Promise<EntryResults> =>
  transact(ctx, 'timesheets.reopen', async (tx) => {
    const { results } = await decideEntries(tx, ctx, entries, { act: 'reopen', reason: reason ?? null });
    return results;
  });
