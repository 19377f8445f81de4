import type { CalendarFeedView } from '@vaktplan/contracts/http/calendar-feeds';
import { describe, expect } from 'vitest';
import { httpTest } from '../testing/http-test.ts';

const feeds = '/api/v1/calendar-feeds';

const shop = httpTest.extend<{ shop: { locationId: string; at: string } }>({
  shop: async ({ make, owner }, use) => {
    const locationId = await make.location({ name: 'Nørrebro' });
    const departmentId = await make.department(locationId);
    const payload = { departmentId, startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
    await owner.inject({ method: 'POST', url: '/api/v1/shifts', payload });
    const scope = { locationId, startDate: '2025-12-01', endDate: '2025-12-07', notify: 'none' };
    await owner.inject({ method: 'POST', url: '/api/v1/schedules/publish', payload: scope });
    const made = await owner.inject({
      method: 'POST',
      url: feeds,
      payload: { kind: 'location', locationId },
    });
    expect(made.statusCode).toBe(201);
    const { pathname } = new URL(made.json<CalendarFeedView>().url ?? '');
    await use({ locationId, at: `/api/v1${pathname}` });
  },
});

describe('a calendar', () => {
  shop('is read by its address alone, and only once while it stays the same', async ({ app, shop }) => {
    const first = await app.inject({ url: shop.at });
    expect(first.statusCode).toBe(200);
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(first.body).toContain('DTSTART:20251201T080000Z');
    const etag = String(first.headers.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await app.inject({ url: shop.at, headers: { 'if-none-match': known } });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    const changed = await app.inject({ url: shop.at, headers: { 'if-none-match': '"other"' } });
    expect(changed.statusCode).toBe(200);
  });

  shop('is not found by any other token', async ({ app, shop }) => {
    const other = shop.at.replace(/.\.ics$/, (end) => (end.startsWith('A') ? 'B.ics' : 'A.ics'));
    for (const url of [other, '/api/v1/calendar/x.ics', `/api/v1/calendar/${'A'.repeat(54)}`]) {
      const answer = await app.inject({ url });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not_found']);
    }
  });

  shop('asked for far too often has to wait, another does not', async ({ app, owner, shop, make }) => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => app.inject({ url: shop.at })));
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(10);
    const locationId = await make.location();
    const made = await owner.inject({
      method: 'POST',
      url: feeds,
      payload: { kind: 'location', locationId },
    });
    const { pathname } = new URL(made.json<CalendarFeedView>().url ?? '');
    expect((await app.inject({ url: `/api/v1${pathname}` })).statusCode).toBe(200);
  });
});

shop('subscriptions: bad bodies, listed, renewed, revoked', async ({ app, owner, shop }) => {
  const bad = [{}, { kind: 'team' }, { kind: 'location' }, { kind: 'employee', locationId: shop.locationId }];
  for (const payload of bad) {
    expect((await owner.inject({ method: 'POST', url: feeds, payload })).statusCode).toBe(400);
  }
  const list = (await owner.inject({ url: feeds })).json<{ data: CalendarFeedView[] }>();
  const [feed] = list.data;
  expect(feed?.url).toContain('/calendar/');
  const renewed = await owner.inject({ method: 'POST', url: `${feeds}/${feed?.id}/renew` });
  expect(renewed.statusCode).toBe(200);
  expect((await app.inject({ url: shop.at })).statusCode).toBe(404);
  const { id } = renewed.json<CalendarFeedView>();
  expect((await owner.inject({ method: 'DELETE', url: `${feeds}/${id}` })).statusCode).toBe(204);
  expect((await owner.inject({ method: 'DELETE', url: `${feeds}/${id}` })).statusCode).toBe(404);
  expect((await app.inject({ url: feeds })).statusCode).toBe(401);
});
