import { createHmac } from 'node:crypto';
import { listMails, readMail } from '@vaktplan/adapters/mail/folder';
import { describe, expect, vi } from 'vitest';
import { createBrowser } from '../testing/browser.ts';
import type { TestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

const password = 'a long enough password';
const signedUp = async (app: TestApp, email: string) => {
  const browser = createBrowser(app);
  const answer = await browser.post('/auth/sign-up/email', { name: 'Ada Berg', email, password });
  expect(answer.statusCode).toBe(200);
  return browser;
};

/** The mail to an address, once it is there. */
const mailTo = async (app: TestApp, address: string) => {
  const dir = app.services.env.MAIL_DIR ?? '';
  const summary = await vi.waitFor(async () => {
    const found = (await listMails(dir)).find((mail) => mail.to.address === address);
    if (!found) throw new Error('no mail yet');
    return found;
  }, 5000);
  return readMail(dir, summary.id);
};

describe('a forgotten password', () => {
  httpTest('the mailed link sets a new one, once, and ends the old sessions', async ({ app }) => {
    const email = 'reset@example.test';
    const old = await signedUp(app, email);
    const browser = createBrowser(app);
    const asked = await browser.post('/auth/request-password-reset', { email });
    const unknown = await browser.post('/auth/request-password-reset', { email: 'nobody@example.test' });
    expect([unknown.statusCode, unknown.body]).toEqual([asked.statusCode, asked.body]);

    const mail = await mailTo(app, email);
    const token = /http:\/\/web\.test\/reset-password\?token=(\S+)/.exec(mail?.text ?? '')?.[1];
    const newPassword = 'quite another password';
    const done = await browser.post('/auth/reset-password', { token, newPassword });
    expect(done.statusCode).toBe(200);
    expect(await old.token()).toBeUndefined();
    expect((await browser.post('/auth/sign-in/email', { email, password })).statusCode).toBe(401);
    expect((await browser.post('/auth/sign-in/email', { email, password: newPassword })).statusCode).toBe(
      200,
    );
    const again = await browser.post('/auth/reset-password', { token, newPassword: 'a third password' });
    expect(again.json()).toMatchObject({ code: 'INVALID_TOKEN' });
  });
});

/** The six digits an authenticator shows now (RFC 6238). */
const codeOf = (totpUri: string): string => {
  const base32 = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = [...base32]
    .map((char) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
};

describe('a second factor', () => {
  httpTest('is asked for after the password; codes and backup codes work', async ({ app }) => {
    const email = 'second@example.test';
    const browser = await signedUp(app, email);
    const enabled = await browser.post('/auth/two-factor/enable', { password });
    const { totpURI, backupCodes } = enabled.json<{ totpURI: string; backupCodes: string[] }>();
    expect((await browser.post('/auth/two-factor/verify-totp', { code: codeOf(totpURI) })).statusCode).toBe(
      200,
    );

    const next = createBrowser(app);
    const first = await next.post('/auth/sign-in/email', { email, password });
    expect(first.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await next.token()).toBeUndefined();
    expect((await next.post('/auth/two-factor/verify-totp', { code: '000000' })).statusCode).toBe(401);
    expect((await next.post('/auth/two-factor/verify-totp', { code: codeOf(totpURI) })).statusCode).toBe(200);
    expect(await next.token()).toBeDefined();

    const other = createBrowser(app);
    await other.post('/auth/sign-in/email', { email, password });
    const code = backupCodes[0];
    expect((await other.post('/auth/two-factor/verify-backup-code', { code })).statusCode).toBe(200);
    expect(await other.token()).toBeDefined();
  });
});

describe('several organisations', () => {
  httpTest('switching changes the next token; strangers cannot switch in', async ({ app, foreign }) => {
    const browser = await signedUp(app, 'two@example.test');
    const make = (name: string) =>
      browser.call({
        method: 'POST',
        url: '/api/v1/organizations',
        payload: { name, zone: 'Europe/Oslo', currency: 'NOK', locationName: 'Here' },
      });
    const first = (await make('First')).json<{ id: string }>();
    expect((await make('Second')).statusCode).toBe(201);
    const me = () => browser.call({ url: '/api/v1/me' });
    expect((await me()).json()).toMatchObject({
      organization: { name: 'Second' },
      organizations: [{ name: 'First' }, { name: 'Second' }],
    });
    const switchTo = (organizationId: string) =>
      browser.call({ method: 'POST', url: '/api/v1/me/organization', payload: { organizationId } });
    expect((await switchTo(first.id)).statusCode).toBe(204);
    expect((await me()).json()).toMatchObject({ organization: { name: 'First' } });
    expect((await switchTo(foreign.ctx.orgId)).statusCode).toBe(404);
    expect((await me()).json()).toMatchObject({ organization: { name: 'First' } });
  });
});

describe('what is taken away', () => {
  httpTest('a role bites with the next request, the token notwithstanding', async ({ app, ctx, make }) => {
    const manager = await make.user('manager');
    const person = await app.as(manager, ctx.orgId);
    const list = () => person.inject({ url: '/api/v1/employees' });
    expect((await list()).statusCode).toBe(200);
    const remove =
      'delete from role_assignments where membership_id in (select id from memberships where user_id = $1)';
    await ctx.db.transaction(ctx.orgId, (tx) => tx.$client.query(remove, [manager.userId]));
    expect((await list()).json()).toMatchObject({ status: 403, code: 'forbidden' });
    await app.services.authPool.query('delete from sessions where id = $1', [person.sessionId]);
    expect((await list()).json()).toMatchObject({ status: 401, code: 'unauthenticated' });
  });
});
