import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startLoopbackApi } from './loopback-api.fixture';
import { passCalendar } from './pass-calendar';

const api = await startLoopbackApi();
beforeAll(() => void (process.env.API_URL = api.origin));
afterAll(() => delete process.env.API_URL);
beforeEach(() => void (api.seen.length = 0));

const ask = (path: string, headers: Record<string, string> = {}) =>
  passCalendar(new Request(`http://localhost:3000${path}`, { headers }));

test('a phone’s request goes to the API without a cookie, with what it knows already', async () => {
  api.answers(() => ({ status: 304, headers: { etag: '"same"', 'set-cookie': 'x=1' } }));
  const answer = await ask('/calendar/token-1.ics', { cookie: 'a=b', 'if-none-match': '"same"' });
  expect([answer.status, answer.headers.get('etag')]).toEqual([304, '"same"']);
  expect(answer.headers.has('set-cookie')).toBe(false);
  const [sent] = api.requestsTo('/api/v1/calendar/token-1.ics');
  expect(sent?.headers).toMatchObject({ 'if-none-match': '"same"' });
  expect(sent?.headers.cookie ?? sent?.headers.authorization).toBeUndefined();
});

test('what is no token never leaves', async () => {
  for (const path of [
    '/calendar/..%2fme',
    '/calendar/a/b',
    `/calendar/${'a'.repeat(200)}.ics`,
    '/calendar/',
  ]) {
    expect((await ask(path)).status).toBe(404);
  }
  expect(api.seen).toEqual([]);
});

test('an API that is away is said so', async () => {
  await api.close();
  expect((await ask('/calendar/token-1.ics')).status).toBe(503);
});
