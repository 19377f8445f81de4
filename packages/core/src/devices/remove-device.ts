import { AppError } from '@vaktplan/contracts/errors';
import { deleteDevice } from '@vaktplan/db/queries/devices';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { ownInbox } from '../notifications/own-inbox.ts';

/** Takes one of the signed-in person's devices away; nothing is sent to it any more. Errors: forbidden, not_found. */
export async function removeDevice(ctx: Ctx, id: string): Promise<void> {
  const userId = ownInbox(ctx.actor);
  await transact(ctx, 'devices.remove', async (tx) => {
    if (!(await deleteDevice(tx, ctx.orgId, userId, id))) throw new AppError('not_found');
  });
}
