import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { framesOf } from './error-reports';
import { takeError } from './take-error';

const envelopes: string[] = [];
const sentry = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    envelopes.push(`${request.url}\n${text}`);
    response.end('{}');
  });
});
sentry.listen(0, '127.0.0.1');
await once(sentry, 'listening');
process.env.SENTRY_DSN = `http://public@127.0.0.1:${(sentry.address() as AddressInfo).port}/7`;
process.env.RELEASE = 'r1';
const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => {
  logged.mockRestore();
  sentry.closeAllConnections();
  sentry.close();
});

const tell = (told: object, site = 'same-origin') =>
  takeError(
    new Request('http://localhost:3000/api/errors', {
      method: 'POST',
      body: JSON.stringify(told),
      headers: { 'sec-fetch-site': site, 'content-type': 'application/json' },
    }),
  );
const told = {
  name: 'TypeError',
  stack: 'TypeError: kari@example.org\n    at save (https://vaktplan.test/_next/static/app.js:1:20)',
  path: '/employees/01995f3e-0000-7000-8000-000000000001',
};

test('a page that broke is told to Sentry: where in the code, on which page, and no word of anybody', async () => {
  expect((await tell(told)).status).toBe(204);
  await vi.waitFor(() => expect(envelopes).toHaveLength(1));
  const [envelope = ''] = envelopes;
  expect(envelope).toMatch(/^\/api\/7\/envelope\/\?.*sentry_key=public/);
  expect(envelope).toContain('"release":"r1"');
  expect(envelope).toContain('"function":"save"');
  expect(envelope).toContain('"route":"/employees/{id}"');
  expect(envelope).not.toContain('kari@');
  expect(JSON.stringify(logged.mock.calls)).toContain('unexpected error');
  expect(JSON.stringify(logged.mock.calls)).not.toContain('kari@');
});

test.each([
  ['another site', told, 'cross-site', 403],
  ['a path with a query', { ...told, path: '/x?mail=kari@example.org' }, 'same-origin', 400],
  ['a name that is a sentence', { ...told, name: 'Kari Nordmann' }, 'same-origin', 400],
  ['more than is asked', { ...told, user: 'kari' }, 'same-origin', 400],
  ['far too much', { ...told, stack: 'x'.repeat(7_000) }, 'same-origin', 400],
] as const)('nothing is taken: %s', async (_what, body, site, status) => {
  expect((await tell(body, site)).status).toBe(status);
});

test('a loop of errors is cut off', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => tell(told)));
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(5);
});

test('frames of Chromium and of Firefox, and nothing of a message that looks like one', () => {
  const message = 'no\n    at Kari:1';
  const stack = `Error: ${message}\n    at save (app.js:1:2)\nsave@https://vaktplan.test/app.js:1:2`;
  expect(framesOf({ message, stack })).toBe(
    '    at save (app.js:1:2)\nsave@https://vaktplan.test/app.js:1:2',
  );
});
