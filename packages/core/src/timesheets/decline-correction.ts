import type { CorrectionView, DeclineCorrection } from '@vaktplan/contracts/http/timesheet-corrections';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { mayDecide } from './correction.presenter.ts';
import { answerCorrection, loadCorrectionForChange } from './decide-correction.ts';
import { tellPerson } from './tell.ts';

/**
 * Says no to a proposed correction, with a reason that the person reads. Throws `not_found`, `forbidden`,
 * `version_missing`, `version_conflict`, `already_decided`.
 */
export const declineCorrection = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  { reason }: DeclineCorrection,
): Promise<CorrectionView> =>
  transact(ctx, 'timesheets.decline-correction', async (tx) => {
    const row = await loadCorrectionForChange(tx, ctx, id, expectedVersion, (one) =>
      mayDecide(ctx.actor, one),
    );
    await tellPerson(tx, ctx, row.employeeId, {
      said: { v: 1, what: 'correction_declined', date: row.localDate, reason },
      dedupeKey: `correction-${id}-declined`,
    });
    return answerCorrection(tx, ctx, row, 'declined', reason);
  });
