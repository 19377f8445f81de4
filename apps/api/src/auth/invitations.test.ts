import { inviteEmployee } from '@vaktplan/core/employees/invite-employee';
import { invitationToken } from '@vaktplan/core/employees/invitation-token';
import type { Ctx } from '@vaktplan/core/context/ctx';
import type { Make } from '@vaktplan/testing/make';
import { describe, expect } from 'vitest';
import { createBrowser } from '../testing/browser.ts';
import { httpTest } from '../testing/http-test.ts';

const secret = 'the secret of this test';

/** Somebody invited by mail, and the token of their link. */
async function invited(ctx: Ctx, make: Make): Promise<{ email: string; employeeId: string; token: string }> {
  const email = `${crypto.randomUUID()}@example.test`;
  const employeeId = await make.employee(await make.department(await make.location()), { email });
  await inviteEmployee(ctx, employeeId, {}, secret);
  const { rows } = await ctx.db.transaction(ctx.orgId, (tx) =>
    tx.$client.query<{ id: string }>('select id from invitations where employee_id = $1', [employeeId]),
  );
  return { email, employeeId, token: invitationToken(secret, rows[0]?.id ?? '') };
}

describe('invitations', () => {
  httpTest(
    'the link shows who is invited; the chosen password signs in as that employee',
    async ({ app, ctx, make }) => {
      const { email, employeeId, token } = await invited({ ...ctx, now: app.clock.now }, make);
      const shown = await app.inject({ url: `/api/v1/invitations/${token}` });
      expect(shown.json()).toMatchObject({ organizationName: 'Café Nord', email });

      const browser = createBrowser(app);
      const password = 'a password of my own';
      const accepted = await browser.post('/api/v1/invitations/accept', { token, password });
      expect(accepted.statusCode).toBe(204);
      expect((await browser.post('/auth/sign-in/email', { email, password })).statusCode).toBe(200);
      expect((await browser.call({ url: '/api/v1/me' })).json()).toMatchObject({
        employeeId,
        organization: { id: ctx.orgId },
        permissions: expect.arrayContaining(['punch:create']),
      });
      const again = await browser.post('/api/v1/invitations/accept', { token, password });
      expect(again.json()).toMatchObject({ status: 410, code: 'invitation_invalid' });
    },
  );

  httpTest('an account of that address joins with its own password only', async ({ app, ctx, make }) => {
    const { email, token } = await invited({ ...ctx, now: app.clock.now }, make);
    const browser = createBrowser(app);
    const password = 'my password from before';
    await browser.post('/auth/sign-up/email', { name: 'Old Hand', email, password });
    const wrong = await browser.post('/api/v1/invitations/accept', { token, password: 'something else' });
    expect(wrong.json()).toMatchObject({ status: 400, errors: [{ path: 'password' }] });
    expect((await browser.post('/api/v1/invitations/accept', { token, password })).statusCode).toBe(204);
  });

  httpTest('an unknown token says no more than that', async ({ app }) => {
    const answer = await app.inject({ url: `/api/v1/invitations/${'x'.repeat(43)}` });
    expect(answer.json()).toMatchObject({ status: 410, code: 'invitation_invalid' });
  });
});
