import type { CorrectionView } from '@vaktplan/contracts/http/timesheet-corrections';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { answerCorrection, loadCorrectionForChange } from './decide-correction.ts';

/**
 * Takes one's own proposal back. Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`,
 * `already_decided`.
 */
export const withdrawCorrection = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<CorrectionView> =>
  transact(ctx, 'timesheets.withdraw-correction', async (tx) => {
    const own = ctx.actor.kind === 'user' ? ctx.actor.employeeId : null;
    const row = await loadCorrectionForChange(tx, ctx, id, expectedVersion, (one) => one.employeeId === own);
    return answerCorrection(tx, ctx, row, 'withdrawn', null);
  });
