import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@vaktplan/db/database';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import type { Ctx } from '../context/ctx.ts';
import type { Finding } from '../findings/facts.rules.ts';
import type { Step } from './bulk-step.ts';
import { judgeAgain } from './judge-again.ts';
import { planShift, type PlannedShift } from './plan-shift.ts';
import type { PlanSource } from './plan-source.ts';
import { isSamePlan, sameBreaks, versionsOf, versionsOfMark } from './shift-change.ts';

/** Who writes, under which name, and when. */
export type Stamp = { at: string; by: string | null; name: string | null };

/** Warnings of the rules that a shift is planned over, and why. */
type Over = { warnings: readonly Finding[]; reason: string | undefined };
type Kept = { kind: 'keep'; index: number; row: ShiftRow };
/** A shift as it is to be written, and what it was. */
export type Writing =
  | { kind: 'insert'; index: number; row: ShiftRow; over?: Over }
  | {
      kind: 'change' | 'mark';
      index: number;
      row: ShiftRow;
      over?: Over;
      before: ShiftRow;
      vacates: boolean;
      rebreaks: boolean;
    };
export type Prepared = Writing | Kept;

/** Plans a step by the rules of the single verbs. Errors: as createShift, updateShift and restoreShift, but shift_overlap. */
export async function prepareStep(
  tx: Tx,
  ctx: Ctx,
  step: Step,
  source: PlanSource,
  stamp: Stamp,
): Promise<Prepared> {
  const { index } = step;
  const changed = { changedBy: stamp.name, changedAt: stamp.at };
  if (step.kind === 'keep') return { kind: 'keep', index, row: step.before };
  if (step.kind === 'mark') {
    const { before, deleted } = step;
    if (!deleted) await judgeAgain(source, before);
    const deletedAt = deleted ? stamp.at : null;
    const row = { ...before, ...versionsOfMark(before, deletedAt), ...changed, deletedAt };
    return { kind: 'mark', index, before, row, vacates: deleted, rebreaks: false };
  }
  if (step.kind === 'insert') {
    const planned = await planShift(tx, ctx, 'shift:create', step.wish, undefined, source);
    return { kind: 'insert', index, row: newRow(step.id, planned, stamp), over: planned };
  }
  const { before } = step;
  const planned = await planShift(tx, ctx, 'shift:update', step.wish, before, source);
  if (isSamePlan(before, planned)) return { kind: 'keep', index, row: before };
  const { warnings, reason, ...columns } = planned;
  const row = { ...before, ...columns, ...versionsOf(before, planned), ...changed };
  const vacates =
    before.employeeId !== planned.employeeId ||
    Date.parse(before.startsAt) !== Date.parse(planned.startsAt) ||
    Date.parse(before.endsAt) !== Date.parse(planned.endsAt);
  const rebreaks = !sameBreaks(before, planned);
  return { kind: 'change', index, before, row, vacates, rebreaks, over: { warnings, reason } };
}

/** A planned shift as its first row: a draft. */
export const newRow = (
  id: string | undefined,
  { warnings: _noted, reason: _why, ...columns }: PlannedShift,
  stamp: Stamp,
): ShiftRow => ({
  ...columns,
  id: id ?? uuidv7(),
  version: 1,
  publishedVersion: null,
  publicationId: null,
  deletedAt: null,
  published: null,
  changedBy: stamp.name,
  changedAt: stamp.at,
});
