import { AppError } from '@vaktplan/contracts/errors';
import type { AcceptCorrection, CorrectionView } from '@vaktplan/contracts/http/timesheet-corrections';
import type { Tx } from '@vaktplan/db/database';
import type { CorrectionRow } from '@vaktplan/db/queries/timesheet-corrections';
import { lockLines, type LineRow } from '@vaktplan/db/queries/timesheet-lines';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { applyCorrection } from './apply-correction.ts';
import { mayDecide, presentCorrection } from './correction.presenter.ts';
import { answerCorrection, loadCorrectionForChange } from './decide-correction.ts';
import { factsOf } from './line.presenter.ts';
import { refusalOf } from './review.rules.ts';
import { isOwnBlocked, notingOwnHours } from './own-hours.ts';
import { tellPerson } from './tell.ts';

/**
 * Accepts a proposed correction: corrected facts take the place of the punches, and the entry is to be approved anew.
 * Throws `not_found`, `forbidden`, `own_hours`, `version_missing`, `version_conflict` (also when the hours changed after the proposal),
 * `already_decided`, `period_locked`, `punch_out_of_order`.
 */
export const acceptCorrection = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: AcceptCorrection,
): Promise<CorrectionView> =>
  notingOwnHours(ctx, { subjectType: 'correction', subjectId: id, wanted: 'accept' }, () =>
    transact(ctx, 'timesheets.accept-correction', async (tx) => {
      const row = await loadCorrectionForChange(tx, ctx, id, expectedVersion, (one) =>
        mayDecide(ctx.actor, one),
      );
      if (isOwnBlocked(ctx.actor, row)) throw new AppError('own_hours');
      if (row.periodState === 'locked') throw new AppError('period_locked');
      const line = row.entryId ? await loadSeenLine(tx, ctx, row, row.entryId) : null;
      const reason = input.reason ?? null;
      await applyCorrection(tx, ctx, {
        employeeId: row.employeeId,
        line,
        locationId: row.locationId,
        times: row.requested,
        reason: reason ?? row.comment,
        correctionId: row.id,
      });
      await tellPerson(tx, ctx, row.employeeId, {
        said: { v: 1, what: 'correction_accepted', date: row.localDate, reason },
        dedupeKey: `correction-${id}-accepted`,
      });
      return answerCorrection(tx, ctx, row, 'accepted', reason);
    }),
  );

/** The line as the person saw it who proposed. */
async function loadSeenLine(tx: Tx, ctx: Ctx, row: CorrectionRow, entryId: string): Promise<LineRow> {
  const [line] = await lockLines(tx, ctx.orgId, [entryId]);
  if (!line || line.version !== row.entryVersion) {
    throw new AppError('version_conflict', {
      detail: 'The hours changed after this was proposed. Decline it, or correct the hours yourself.',
      current: presentCorrection(ctx.actor, row),
    });
  }
  const refusal = refusalOf('correct', factsOf(line));
  if (refusal) throw new AppError(refusal);
  return line;
}
