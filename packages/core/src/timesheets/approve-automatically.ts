import { Temporal } from 'temporal-polyfill';
import { listAutomaticIds, listLinesById } from '@vaktplan/db/queries/timesheet-lines';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { organizationToday } from '../employees/organization-today.ts';
import { decideEntries } from './decide-entries.ts';
import { presentLine } from './line.presenter.ts';

/** Entries older than this have been looked at by somebody, or nobody cares. */
const DAYS_BACK = 62;
const AT_ONCE = 1000;

/**
 * Approves what ended within the tolerances of its location and has nothing to look at, where a location wishes it. Only
 * what nobody has decided about: taken back by somebody, it stays theirs. May run twice. Returns how many.
 */
export const approveAutomatically = (ctx: Ctx): Promise<number> =>
  transact(ctx, 'timesheets.approve-automatically', async (tx) => {
    const today = Temporal.PlainDate.from(await organizationToday(tx, ctx));
    const since = today.subtract({ days: DAYS_BACK }).toString();
    const ids = await listAutomaticIds(tx, ctx.orgId, since, AT_ONCE);
    const clean = (await listLinesById(tx, ctx.orgId, ids))
      .map((row) => presentLine(ctx.actor, row))
      .filter((line) => !line.exception && line.abilities.approve);
    const { decided } = await decideEntries(tx, ctx, clean, {
      act: 'approve',
      reason: null,
      automatic: true,
    });
    return decided.length;
  });
