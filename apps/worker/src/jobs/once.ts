import type { Ctx } from '@vaktplan/core/context/ctx';
import { claimJobRun, finishJobRun } from '@vaktplan/db/queries/job-runs';

/** A run that began longer ago than this has died: no handler works that long. */
const LONGEST_RUN = { minutes: 1 };

/** Another run of the same thing is at work; to be looked at again later. */
export class BusyError extends Error {
  constructor(key: string) {
    super(`${key} is being done by another run`);
    this.name = 'BusyError';
  }
}

/**
 * Acts once under `key`, whatever is repeated: claims it, acts outside of any transaction, and notes that it is done.
 * `again`: a later run of the job that made the claim may go on with it at once.
 * @returns what `act` gave, or null when it had been done before
 * @throws BusyError when another run holds the claim
 */
export async function once<T>(
  ctx: Ctx,
  { key, again }: { key: string; again: boolean },
  act: () => Promise<T>,
): Promise<T | null> {
  const at = ctx.now();
  const staleBefore = at.subtract(LONGEST_RUN).toString();
  const claim = await ctx.db.transaction(ctx.orgId, (tx) =>
    claimJobRun(tx, ctx.orgId, { key, at: at.toString(), staleBefore, again }),
  );
  if (claim === 'finished') return null;
  if (claim === 'busy') throw new BusyError(key);
  const result = await act();
  await ctx.db.transaction(ctx.orgId, (tx) => finishJobRun(tx, ctx.orgId, key, ctx.now().toString()));
  return result;
}
