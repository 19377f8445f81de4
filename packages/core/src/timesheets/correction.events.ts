import { newId } from '@vaktplan/platform/new-id';
import type { Tx } from '@vaktplan/db/database';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import type { CorrectionRow } from '@vaktplan/db/queries/timesheet-corrections';
import { appendEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';

const factsOf = (row: CorrectionRow) => ({
  correctionId: row.id,
  employeeId: row.employeeId,
  locationId: row.locationId,
  localDate: row.localDate,
});

/** One step of a correction in the history, with what was and what is asked for. */
export const rememberCorrection = (
  tx: Tx,
  ctx: Ctx,
  row: CorrectionRow,
  decision: CorrectionRow['state'],
  reason: string | null,
): Promise<void> =>
  insertApprovals(tx, ctx.orgId, ctx.now().toString(), [
    {
      id: newId(),
      subjectType: 'correction',
      // beside the decisions about the entry it is about
      subjectId: row.entryId ?? row.id,
      employeeId: row.employeeId,
      step: decision === 'proposed' || decision === 'withdrawn' ? 'employee' : 'manager',
      decision,
      reason,
      actorId: userIdOf(ctx.actor),
      before: row.before,
      after: { ...row.requested, correctionId: row.id },
    },
  ]);

export async function announceCorrection(tx: Tx, ctx: Ctx, row: CorrectionRow): Promise<void> {
  const aggregate = { type: 'correction', id: row.id, version: row.version };
  if (row.state === 'proposed') {
    await appendEvent(tx, ctx, 'correction.proposed', aggregate, factsOf(row));
  } else {
    await appendEvent(tx, ctx, 'correction.decided', aggregate, { ...factsOf(row), state: row.state });
  }
}
