import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { httpTest } from '../testing/http-test.ts';

const url = '/api/v1/sync';

describe('GET /api/v1/sync', () => {
  httpTest(
    'pages from the start to nothing more, and from there only changes',
    async ({ app, make, owner }) => {
      const locationId = await make.location();
      const departmentId = await make.department(locationId);
      const actor = await make.user('employee', { employeeId: await make.employee(departmentId) });
      expect(actor.employeeId).not.toBeNull();
      const phone = await app.as(actor, (await owner.inject({ url: '/api/v1/me' })).json().organization.id);
      const first = await phone.inject({ url: `${url}?limit=1` });
      expect(first.headers['cache-control']).toBe('no-store');
      expect(first.json()).toMatchObject({ reset: true, more: true, changes: [{ kind: 'profile' }] });
      let page = first.json();
      while (page.more) page = (await phone.inject({ url: `${url}?limit=1&cursor=${page.cursor}` })).json();
      const rest = (await phone.inject({ url: `${url}?cursor=${page.cursor}` })).json();
      expect(rest).toEqual({ changes: [], cursor: page.cursor, more: false, reset: false });

      const settings = '/api/v1/me/notification-settings';
      const changed = await phone.inject({
        method: 'PATCH',
        url: settings,
        payload: { reminderMinutes: 30 },
      });
      expect(changed.json()).toMatchObject({ reminderMinutes: 30 });
      const after = (await phone.inject({ url: `${url}?cursor=${page.cursor}` })).json();
      expect(after.changes).toMatchObject([{ kind: 'profile', item: { settings: { reminderMinutes: 30 } } }]);
    },
  );

  httpTest('not signed in, and nonsense', async ({ app, owner }) => {
    expect((await app.inject({ url })).statusCode).toBe(401);
    for (const query of ['limit=0', 'limit=501', 'limit=x', 'userId=x', `cursor=${'x'.repeat(401)}`])
      expect([query, (await owner.inject({ url: `${url}?${query}` })).statusCode]).toEqual([query, 400]);
    for (const cursor of ['x', uuidv7(), '%00', '%27'])
      expect((await owner.inject({ url: `${url}?cursor=${cursor}` })).json()).toMatchObject({ reset: true });
  });
});

httpTest('GET /api/v1/time is the clock of the server, for everybody and never kept', async ({ app }) => {
  const answer = await app.inject({ url: '/api/v1/time' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(Date.parse(answer.json().serverTime)).not.toBeNaN();
});

describe('/api/v1/me/devices', () => {
  httpTest('registered, listed without the token, removed', async ({ owner, app }) => {
    const devices = '/api/v1/me/devices';
    const token = `token:${uuidv7()}`;
    const payload = { platform: 'ios', name: 'iPhone', appVersion: '1', push: { provider: 'apns', token } };
    const made = await owner.inject({ method: 'POST', url: devices, payload });
    expect([made.statusCode, made.json().provider]).toEqual([201, 'apns']);
    const list = await owner.inject({ url: devices });
    expect(list.json().data).toMatchObject([{ id: made.json().id, name: 'iPhone' }]);
    expect(list.body).not.toContain(token);
    const gone = await owner.inject({ method: 'DELETE', url: `${devices}/${made.json().id}` });
    expect(gone.statusCode).toBe(204);
    expect((await app.inject({ url: devices })).statusCode).toBe(401);
    const wrong = [
      { ...payload, platform: 'kiosk' },
      { ...payload, push: { provider: 'apns', token: 'has spaces in it' } },
      { ...payload, push: { provider: 'expo', token } },
      { ...payload, name: '' },
      { ...payload, userId: uuidv7() },
    ];
    for (const body of wrong)
      expect((await owner.inject({ method: 'POST', url: devices, payload: body })).statusCode).toBe(400);
  });
});
