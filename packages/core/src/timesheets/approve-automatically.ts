import { Temporal } from 'temporal-polyfill';
import { listAutomaticIds, listLinesById, type AfterLine } from '@vaktplan/db/queries/timesheet-lines';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { organizationToday } from '../employees/organization-today.ts';
import { decideEntries } from './decide-entries.ts';
import { presentLine } from './line.presenter.ts';

/** Entries older than this have been looked at by somebody, or nobody cares. */
const DAYS_BACK = 62;
const AT_ONCE = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Approves what ended within the tolerances of its location and has nothing to look at, where a location wishes it. Only
 * what nobody has decided about: taken back by somebody, it stays theirs. May run twice. Returns how many.
 */
export async function approveAutomatically(ctx: Ctx): Promise<number> {
  const today = await ctx.db.transaction(ctx.orgId, (tx) => organizationToday(tx, ctx));
  const since = Temporal.PlainDate.from(today).subtract({ days: DAYS_BACK }).toString();
  let approved = 0;
  for (let after: AfterLine | undefined = { localDate: since, id: FIRST_ID }; after;) {
    const part: Part = await approvePart(ctx, after);
    approved += part.approved;
    after = part.last;
  }
  return approved;
}

type Part = { approved: number; last: AfterLine | undefined };

/** One part in a transaction of its own; `last` is where the next one goes on, if there is one. */
const approvePart = (ctx: Ctx, after: AfterLine): Promise<Part> =>
  transact(ctx, 'timesheets.approve-automatically', async (tx) => {
    const found = await listAutomaticIds(tx, ctx.orgId, after, AT_ONCE);
    const rows = await listLinesById(
      tx,
      ctx.orgId,
      found.map(({ id }) => id),
    );
    const clean = rows
      .map((row) => presentLine(ctx.actor, row))
      .filter((line) => !line.exception && line.abilities.approve);
    const { decided } = await decideEntries(tx, ctx, clean, {
      act: 'approve',
      reason: null,
      automatic: true,
    });
    return { approved: decided.length, last: found.length === AT_ONCE ? found.at(-1) : undefined };
  });
