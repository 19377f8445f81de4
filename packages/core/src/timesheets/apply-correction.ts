import type { Tx } from '@vaktplan/db/database';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import { listLinesById, type LineRow } from '@vaktplan/db/queries/timesheet-lines';
import { newId } from '@vaktplan/platform/new-id';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { correctEntry } from '../time-tracking/correct-entry.ts';
import type { CorrectedTimes } from './corrected-times.rules.ts';
import { refreshTheirSheets } from './decide-entries.ts';
import { stepOf } from './step-of.ts';

export type Applied = {
  employeeId: string;
  /** The line as it was, held; null: work that nobody punched. */
  line: LineRow | null;
  locationId: string;
  times: CorrectedTimes;
  reason: string | null;
  correctionId: string;
};

/**
 * Puts corrected facts in the place of what was punched; the entry is computed anew and is undecided again. Written down
 * with before and after. Throws `punch_out_of_order` when the times meet other work, `period_locked`, `not_found`.
 */
export async function applyCorrection(tx: Tx, ctx: Ctx, applied: Applied): Promise<LineRow> {
  const { employeeId, line, locationId, times, reason, correctionId } = applied;
  const entry = await correctEntry(tx, ctx, {
    employeeId,
    entryId: line?.id ?? null,
    ...times,
    locationId,
    correctionId,
  });
  const [after] = await listLinesById(tx, ctx.orgId, [entry.id]);
  if (!after) throw new Error('a corrected entry is not there');
  await insertApprovals(tx, ctx.orgId, ctx.now().toString(), [
    {
      id: newId(),
      subjectType: 'time_entry',
      subjectId: after.id,
      employeeId,
      step: 'manager',
      decision: line ? 'corrected' : 'added',
      reason,
      actorId: userIdOf(ctx.actor),
      before: line && stepOf(line),
      after: { ...stepOf(after), correctionId },
    },
  ]);
  // the days it leaves count anew too
  await refreshTheirSheets(tx, ctx, line ? [line, after] : [after], 'corrected');
  return after;
}
