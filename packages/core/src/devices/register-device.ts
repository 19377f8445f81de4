import type { DeviceView, RegisterDevice } from '@vaktplan/contracts/http/devices';
import { putDevice, takePushToken } from '@vaktplan/db/queries/devices';
import { newId } from '@vaktplan/platform/new-id';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { ownInbox } from '../notifications/own-inbox.ts';
import { presentDevice } from './device.presenter.ts';

/**
 * Notes the signed-in person's phone, and where push messages reach it. A token that another account had is taken from it.
 * The same token, or the device's own id, gives the same device again. Errors: forbidden.
 */
export async function registerDevice(ctx: Ctx, input: RegisterDevice): Promise<DeviceView> {
  const userId = ownInbox(ctx.actor);
  return transact(ctx, 'devices.register', async (tx) => {
    const { push } = input;
    if (push) await takePushToken(tx, ctx.orgId, { token: push.token, userId });
    const row = await putDevice(tx, ctx.orgId, {
      id: newId(),
      knownId: input.id ?? null,
      userId,
      platform: input.platform,
      name: input.name,
      appVersion: input.appVersion,
      provider: push?.provider ?? null,
      pushToken: push?.token ?? null,
      language: input.language ?? null,
      hours24: input.hours24 ?? null,
      lastSeenAt: ctx.now().toString(),
    });
    return presentDevice(row);
  });
}
