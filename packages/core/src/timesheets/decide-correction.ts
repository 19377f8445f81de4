import { AppError } from '@vaktplan/contracts/errors';
import type { CorrectionView } from '@vaktplan/contracts/http/timesheet-corrections';
import type { Tx } from '@vaktplan/db/database';
import {
  decideCorrectionRow,
  findCorrection,
  lockCorrection,
  type CorrectionRow,
} from '@vaktplan/db/queries/timesheet-corrections';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { assertVersion } from '../context/version.ts';
import { announceCorrection, rememberCorrection } from './correction.events.ts';
import { presentCorrection } from './correction.presenter.ts';

/**
 * The correction, held: 404 for whoever may not know of it, 403 for whoever may not answer, 412 when stale, 409 when
 * answered already.
 */
export async function loadCorrectionForChange(
  tx: Tx,
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  may: (row: CorrectionRow) => boolean,
): Promise<CorrectionRow> {
  const row = await lockCorrection(tx, ctx.orgId, id);
  if (!row) throw new AppError('not_found');
  if (!may(row)) throw new AppError('forbidden');
  assertVersion(row, expectedVersion, () => presentCorrection(ctx.actor, row));
  if (row.state !== 'proposed') throw new AppError('already_decided');
  return row;
}

/** Writes the answer down, with its history, and announces it. */
export async function answerCorrection(
  tx: Tx,
  ctx: Ctx,
  row: CorrectionRow,
  state: 'accepted' | 'declined' | 'withdrawn',
  reason: string | null,
): Promise<CorrectionView> {
  await decideCorrectionRow(tx, ctx.orgId, row.id, {
    state,
    reason,
    decidedBy: userIdOf(ctx.actor),
    decidedAt: ctx.now().toString(),
  });
  const after = (await findCorrection(tx, ctx.orgId, row.id)) as CorrectionRow;
  await rememberCorrection(tx, ctx, row, state, reason);
  await announceCorrection(tx, ctx, after);
  return presentCorrection(ctx.actor, after);
}
