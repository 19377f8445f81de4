import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { RegisterDevice } from '@vaktplan/contracts/http/devices';
import { dbTest } from '@vaktplan/testing/db-test';
import { listDevices } from './list-devices.ts';
import { registerDevice } from './register-device.ts';
import { removeDevice } from './remove-device.ts';

const pixel = (token: string | null, more: Partial<RegisterDevice> = {}): RegisterDevice => ({
  platform: 'android',
  name: 'Pixel 9',
  appVersion: '1.2.3',
  push: token === null ? null : { provider: 'fcm', token },
  ...more,
});

describe('devices', () => {
  dbTest('the same token or id is the same device, seen later', async ({ ctx, clock }) => {
    const token = uuidv7();
    const first = await registerDevice(ctx, pixel(token));
    clock.advance({ hours: 1 });
    const second = await registerDevice(ctx, pixel(token, { appVersion: '1.3.0' }));
    expect(second).toMatchObject({ id: first.id, appVersion: '1.3.0', lastSeenAt: '2025-12-01T09:00:00Z' });
    const renewed = await registerDevice(ctx, pixel(`new-${token}`, { id: first.id }));
    expect(renewed.id).toBe(first.id);
    clock.advance({ hours: 1 });
    await registerDevice(ctx, pixel(null, { platform: 'web', name: 'Browser' }));
    const { data } = await listDevices(ctx);
    expect(data.map(({ name, provider }) => [name, provider])).toEqual([
      ['Browser', null],
      ['Pixel 9', 'fcm'],
    ]);
    expect(JSON.stringify(data)).not.toContain(token);
    await removeDevice(ctx, first.id);
    await expect(removeDevice(ctx, first.id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await listDevices(ctx)).data).toHaveLength(1);
  });

  dbTest(
    'a token goes with the phone: to a colleague, to another organisation',
    async ({ ctx, make, foreign }) => {
      const token = uuidv7();
      const colleague = make.as(ctx, await make.user('employee'));
      const mine = await registerDevice(ctx, pixel(token));
      const hers = await registerDevice(colleague, pixel(token));
      expect(hers.id).not.toBe(mine.id);
      expect((await listDevices(ctx)).data).toEqual([]);
      await registerDevice(foreign.ctx, pixel(token));
      expect((await listDevices(colleague)).data).toEqual([]);
      expect((await listDevices(foreign.ctx)).data).toHaveLength(1);
      // somebody else's id is not taken over
      const own = await registerDevice(ctx, pixel(`x-${token}`, { id: hers.id }));
      expect(own.id).not.toBe(hers.id);
      await expect(removeDevice(foreign.ctx, own.id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(removeDevice(colleague, own.id)).rejects.toMatchObject({ code: 'not_found' });
    },
  );

  dbTest(
    'many at once with one token leave one; nobody keeps more than twenty',
    async ({ ctx, make, foreign, clock }) => {
      const token = uuidv7();
      const everybody = [ctx, foreign.ctx, make.as(ctx, await make.user('employee'))];
      await Promise.all(
        [...everybody, ...everybody, ...everybody].map((one) => registerDevice(one, pixel(token))),
      );
      const kept = await Promise.all(everybody.map(async (one) => (await listDevices(one)).data.length));
      expect(kept.toSorted()).toEqual([0, 0, 1]);
      for (let nr = 0; nr < 22; nr++) {
        clock.advance({ seconds: 1 });
        await registerDevice(ctx, pixel(`${token}-${nr}`));
      }
      const { data } = await listDevices(ctx);
      expect(data).toHaveLength(20);
    },
  );
});
