import { AppError } from '@vaktplan/contracts/errors';
import {
  MAX_BULK,
  type BulkResult,
  type BulkShifts,
  type BulkShiftsResult,
} from '@vaktplan/contracts/http/bulk-shifts';
import type { Tx } from '@vaktplan/db/database';
import { findOverlaps, findTakenIds, lockShifts } from '@vaktplan/db/queries/many-shifts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { stepOf, type Step } from './bulk-step.ts';
import { gatherPlan } from './gather-plan.ts';
import { refusedPlacements } from './overlap.rules.ts';
import { prepareStep, type Prepared, type Writing } from './prepare-step.ts';
import { presentShift } from './shift.presenter.ts';
import { stampOf, writePrepared } from './write-prepared.ts';

/**
 * Many changes of shifts in one transaction, each judged as its single verb would and none failing its neighbours: what
 * cannot be comes back with its reason, the rest is done. What one change frees another of the list may take, so shifts
 * can change places. Errors for the whole list: too_many_changes.
 */
export const bulkShifts = (ctx: Ctx, { changes }: BulkShifts): Promise<BulkShiftsResult> => {
  if (changes.length > MAX_BULK)
    throw new AppError('too_many_changes', {
      detail: `${changes.length} changes at once are too many. Send ${MAX_BULK} at most in one request; the rest in further ones.`,
      errors: [{ path: 'changes', message: `${MAX_BULK} at most` }],
    });
  return transact(ctx, 'shifts.bulk', async (tx) => {
    const results: BulkResult[] = [];
    const refuse = (index: number, reason: AppError) => results.push(refusalOf(index, reason));

    const steps = await stepsOf(tx, ctx, changes, refuse);
    const prepared = await prepareAll(tx, ctx, steps, refuse);
    const refused = await writePrepared(tx, ctx, prepared.filter(isWriting));
    for (const one of prepared) {
      const reason = isWriting(one) ? refused.get(one) : undefined;
      if (reason) refuse(one.index, reason);
      else results.push({ index: one.index, ok: true, shift: presentShift(ctx.actor, one.row) });
    }
    const data = results.toSorted((a, b) => a.index - b.index);
    const done = data.filter((one) => one.ok).length;
    return { data, meta: { done, failed: data.length - done } };
  });
};

const isWriting = (one: Prepared): one is Writing => one.kind !== 'keep';

type Refuse = (index: number, reason: AppError) => void;

/** Runs one item; an expected failure is that item's alone. */
async function alone<T>(index: number, refuse: Refuse, work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refuse(index, error);
    return undefined;
  }
}

async function stepsOf(tx: Tx, ctx: Ctx, changes: BulkShifts['changes'], refuse: Refuse): Promise<Step[]> {
  const named = changes.flatMap((change) => (change.op === 'create' ? [] : [change.id.toLowerCase()]));
  const made = changes.map((change) =>
    change.op === 'create' ? change.shift.id : change.op === 'copy' ? change.copy.id : undefined,
  );
  const [rows, taken] = await Promise.all([
    lockShifts(tx, ctx.orgId, [...new Set(named)]),
    findTakenIds(
      tx,
      ctx.orgId,
      made.flatMap((id) => id ?? []),
    ),
  ]);
  const found = new Map(rows.map((row) => [row.id, row]));
  const used = new Set(taken);
  const steps: Step[] = [];
  for (const [index, change] of changes.entries()) {
    const step = await alone(index, refuse, () => {
      const step = stepOf(ctx, change, index, found);
      const own = step.kind === 'insert' ? step.id?.toLowerCase() : step.before.id;
      if (own !== undefined) assertUnused(own, step.kind, used);
      return step;
    });
    if (step) steps.push(step);
  }
  return steps;
}

/** A shift is changed once in a list, and a new one has an id of its own. */
function assertUnused(id: string, kind: Step['kind'], used: Set<string>): void {
  const again = used.has(id);
  used.add(id);
  if (!again) return;
  if (kind === 'insert')
    throw new AppError('idempotency_key_reused', { detail: 'There is a shift with this id already.' });
  throw new AppError('version_conflict', {
    detail: 'This shift is named twice in the list. Send one change of it.',
  });
}

async function prepareAll(tx: Tx, ctx: Ctx, steps: readonly Step[], refuse: Refuse): Promise<Prepared[]> {
  const planned = steps.flatMap((step) => ('wish' in step ? [step.wish] : []));
  const restored = steps.flatMap((step) => (step.kind === 'mark' && !step.deleted ? [step.before] : []));
  const source = await gatherPlan(tx, ctx, [...planned, ...restored]);
  const stamp = await stampOf(tx, ctx);
  const prepared: Prepared[] = [];
  for (const step of steps) {
    const one = await alone(step.index, refuse, () => prepareStep(tx, ctx, step, source, stamp));
    if (one) prepared.push(one);
  }
  return withoutOverlaps(tx, ctx, prepared, refuse);
}

async function withoutOverlaps(
  tx: Tx,
  ctx: Ctx,
  prepared: readonly Prepared[],
  refuse: Refuse,
): Promise<Prepared[]> {
  // what goes or opens lies in nobody's plan, but its old place is free
  const placed = prepared.filter(isWriting);
  const placements = placed.map(({ kind, row }) => ({
    shiftId: kind === 'insert' ? null : row.id,
    employeeId: row.deletedAt ? null : row.employeeId,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    localDate: row.localDate,
  }));
  const asking = placements.flatMap((one, at) =>
    one.employeeId === null ? [] : [{ ...one, employeeId: one.employeeId, at }],
  );
  const clashes = (await findOverlaps(tx, ctx.orgId, asking)).flatMap(({ asked, shiftId }) => {
    const at = asking[asked]?.at;
    return at === undefined ? [] : [{ asked: at, shiftId }];
  });
  const refused = refusedPlacements(placements, clashes);
  const over = new Set<Prepared>([...refused].flatMap((at) => placed[at] ?? []));
  for (const one of over) refuse(one.index, new AppError('shift_overlap'));
  return prepared.filter((one) => !over.has(one));
}

function refusalOf(index: number, { code, message, errors, current }: AppError): BulkResult {
  return {
    index,
    ok: false,
    code,
    detail: message,
    ...(errors && { errors }),
    ...(current !== undefined && { current: current as ReturnType<typeof presentShift> }),
  };
}
