import { AppError } from '@vaktplan/contracts/errors';
import { MAX_ROLL_OUT, type RollOutResult } from '@vaktplan/contracts/http/roll-out';
import type { Tx } from '@vaktplan/db/database';
import { findClosedDates } from '@vaktplan/db/queries/closed-days';
import { findOverlaps, findPlanKeys } from '@vaktplan/db/queries/many-shifts';
import type { Ctx } from '../context/ctx.ts';
import { gatherPlan } from '../shifts/gather-plan.ts';
import { refusedPlacements } from '../shifts/overlap.rules.ts';
import type { Draft, RollOutOptions, Rolled } from './draft.ts';
import { duplicatesOf } from './duplicates.ts';
import { placedIn } from './wall-shift.rules.ts';
import { planDraft } from './plan-draft.ts';
import { presentRollOut } from './roll-out.presenter.ts';
import { writeRolledOut } from './write-rolled-out.ts';

/**
 * Lays many shifts into the plan as drafts, each judged as if it were made alone today: who has left, has no contract or
 * works already loses the shift (it opens, or is left out), what is there already or names something archived is left
 * out. Never fails as a whole for one of them. Errors: too_many_changes.
 */
export async function rollOut(
  tx: Tx,
  ctx: Ctx,
  drafts: readonly Draft[],
  options: RollOutOptions,
): Promise<RollOutResult> {
  assertRollOutSize(drafts.length);
  const kept = drafts.map((draft) => (options.people === 'drop' ? { ...draft, employeeId: null } : draft));
  const source = await gatherPlan(
    tx,
    ctx,
    kept.map((draft) => ({ ...draft, startsAt: draft.wall.start.toString() })),
    { dry: options.dryRun },
  );
  const isThere = duplicatesOf(await findPlanKeys(tx, ctx.orgId, options));
  const closed = await closedDates(tx, ctx, options);
  const rolled: Rolled[] = [];
  for (const draft of kept) {
    const zone = source.places.get(draft.departmentId)?.zone ?? 'UTC';
    const { clock, ...placed } = placedIn(draft.wall, zone);
    const isClosed = closed.has(draft.wall.start.toPlainDate().toString());
    const outcome = await planDraft(tx, ctx, draft, placed, source, options, isClosed, isThere);
    rolled.push({ draft, times: { ...placed, zone }, clock, shiftId: null, ...outcome });
  }
  await openOverlapping(tx, ctx, rolled, options, isThere);
  const written = options.dryRun ? rolled : await writeRolledOut(tx, ctx, rolled);
  return presentRollOut(written, source, options);
}

/** The days that are left out because the location is closed; none when it is planned all the same. */
async function closedDates(tx: Tx, ctx: Ctx, options: RollOutOptions): Promise<ReadonlySet<string>> {
  if (options.onClosedDays === 'keep') return new Set();
  return new Set(await findClosedDates(tx, ctx.orgId, options.locationId, options));
}

/** Throws `too_many_changes`. */
export function assertRollOutSize(count: number): void {
  if (count > MAX_ROLL_OUT)
    throw new AppError('too_many_changes', {
      detail: `More than ${MAX_ROLL_OUT} shifts at once are too many. Choose fewer days or departments.`,
    });
}

/** Who works already at that time loses the shift: it opens or is left out. */
async function openOverlapping(
  tx: Tx,
  ctx: Ctx,
  rolled: readonly Rolled[],
  { ineligible }: RollOutOptions,
  isThere: ReturnType<typeof duplicatesOf>,
): Promise<void> {
  const held = rolled.flatMap((one) => {
    const { planned } = one;
    return planned?.employeeId ? [{ one, ...planned, employeeId: planned.employeeId, shiftId: null }] : [];
  });
  const refused = refusedPlacements(held, await findOverlaps(tx, ctx.orgId, held));
  for (const at of refused) {
    const one = held[at]?.one;
    if (!one?.planned) continue;
    // nobody has it now, so there is nothing to warn of
    const open = { ...one.planned, employeeId: null, warnings: [] };
    one.reason = new AppError('shift_overlap');
    if (ineligible === 'skip') one.planned = null;
    else if (isThere(open)) Object.assign(one, { planned: null, reason: new AppError('duplicate_shift') });
    else one.planned = open;
  }
}
