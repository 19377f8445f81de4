import { AppError } from '@vaktplan/contracts/errors';
import type { FilePurpose } from '@vaktplan/contracts/http/files';
import { removeFileRows, type FileRow } from '@vaktplan/db/queries/files';
import { appendEvents } from '../context/append-event.ts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';

/**
 * Nobody reads the file from now on; the object itself goes with the next sweep. For those who may change employees at its
 * place, and for the product itself. Errors: not_found, forbidden.
 */
export const removeFile = (ctx: Ctx, id: string): Promise<void> =>
  transact(ctx, 'files.remove', async (tx) => {
    const [row] = await removeFileRows(tx, ctx.orgId, { id }, ctx.now().toString());
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'employee:update', { locationId: row.locationId });
    await appendEvents(tx, ctx, 'file.removed', [removed(row)]);
  });

/**
 * Removes the files of a purpose that were announced before an instant, 500 at a time, by the product itself. Gives how many:
 * ask again while it is not 0. Errors: forbidden.
 */
export const removeFilesBefore = (
  ctx: Ctx,
  which: { purpose: FilePurpose; before: string },
): Promise<number> =>
  transact(ctx, 'files.removeBefore', async (tx) => {
    if (ctx.actor.kind !== 'system') throw new AppError('forbidden');
    const rows = await removeFileRows(tx, ctx.orgId, which, ctx.now().toString());
    await appendEvents(tx, ctx, 'file.removed', rows.map(removed));
    return rows.length;
  });

const removed = ({ id, employeeId, locationId }: FileRow) => ({
  aggregate: { type: 'file', id, version: 2 },
  payload: { fileId: id, employeeId, locationId },
});
