import { expect } from 'vitest';
import { getInvitation } from '@vaktplan/core/employees/get-invitation';
import { createPool } from '@vaktplan/db/database';
import { inviteEmployee } from '@vaktplan/core/employees/invite-employee';
import { testSecret, workerTest } from '../worker.fixture.ts';
import { invite } from './invitation.fixture.ts';

workerTest(
  'an invitation is mailed once, with a link that opens it',
  async ({ ctx, make, testDatabase, handle, outbox }) => {
    const job = await invite(ctx, make);
    expect(await handle('send-invitation', job)).toEqual({ sent: true });
    expect(await handle('send-invitation', job)).toBeNull();
    const [mail, ...more] = await outbox.all();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: { address: 'ida@example.com', name: 'Ida' },
      from: { address: 'no-reply@vaktplan.test' },
      subject: 'Join Café Nord on Vaktplan',
    });
    expect(mail?.text).toContain('works until Mon, Dec 15');
    const token = /https:\/\/vaktplan\.test\/invite\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(mail?.html).toContain(`href="https://vaktplan.test/invite/${token}"`);
    const authPool = createPool({ url: testDatabase.url.auth, max: 1 });
    expect(await getInvitation({ ...ctx, authPool }, token)).toMatchObject({
      organizationName: 'Café Nord',
      name: 'Ida',
    });
    await authPool.end();
  },
);

workerTest(
  'withdrawn or expired before it was sent: no mail',
  async ({ ctx, make, clock, handle, outbox }) => {
    const first = await invite(ctx, make);
    await inviteEmployee(ctx, first.employeeId, {}, testSecret);
    clock.advance({ seconds: 1 });
    expect(await handle('send-invitation', first)).toEqual({ sent: false });
    const second = await invite(ctx, make).catch(() => undefined);
    expect(second).toBeUndefined();
    expect(await outbox.all()).toEqual([]);
  },
);
