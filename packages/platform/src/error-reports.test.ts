import { startSentryServer } from '@vaktplan/testing/sentry-server';
import { expect, test } from 'vitest';
import { causesOf, sayingOf } from './error-facts.ts';
import { startErrorReports } from './error-reports.ts';

const settings = { service: 'test', SENTRY_ENVIRONMENT: 'staging', RELEASE: 'r1' };
type Exception = { values: { stacktrace: { frames: { filename: string }[] } }[] };

const PRIVATE = ['kari@example.org', 'Kari Nordmann', 'eyJhbGciOi.token', '4711 0815'];

test('without a DSN there is nothing', async () => {
  expect(await startErrorReports(settings)).toBeUndefined();
});

test('what an error is goes to Sentry, what it says stays here', async () => {
  const sentry = await startSentryServer();
  const reports = await startErrorReports({ ...settings, SENTRY_DSN: sentry.dsn });
  const [mail, name, token, phone] = PRIVATE;
  const cause = Object.assign(new Error(`Key (email)=(${mail}) already exists.`), {
    name: 'DatabaseError',
    code: '23505',
    constraint: 'users_email_key',
    detail: `Key (email)=(${mail})`,
  });
  const error = new Error(`Failed query: insert into users\nparams: ${name},${token}\n    at ${phone}:1`, {
    cause,
  });
  reports?.report(error, { correlationId: 'c-1', route: '/api/v1/employees/:id' });
  reports?.report(`thrown as text: ${mail}`);
  await reports?.close();
  const [event, ...more] = sentry.events();
  expect(event).toMatchObject({
    level: 'error',
    release: 'r1',
    environment: 'staging',
    tags: { service: 'test', correlationId: 'c-1', route: '/api/v1/employees/:id' },
    exception: {
      values: [
        { type: 'DatabaseError', value: '23505 users_email_key' },
        { type: 'Error', value: 'The log has its words.' },
      ],
    },
  });
  const { values } = (event ?? {})['exception'] as Exception;
  expect(values[1]?.stacktrace.frames.at(-1)?.filename).toContain('error-reports.test');
  expect(more).toHaveLength(1);
  for (const secret of PRIVATE) expect(sentry.envelopes.join('\n')).not.toContain(secret);
  expect(event).not.toHaveProperty('user');
  expect(event).not.toHaveProperty('request');
  expect(event).not.toHaveProperty('server_name');
  await sentry.close();
});

test('a Sentry that is away holds nobody up', async () => {
  const sentry = await startSentryServer();
  await sentry.close();
  const reports = await startErrorReports({ ...settings, SENTRY_DSN: sentry.dsn });
  expect(() => reports?.report(new Error('x'))).not.toThrow();
  await reports?.close();
});

test.each([
  [
    new TypeError("Cannot read properties of undefined (reading 'id')"),
    "Cannot read properties of undefined (reading 'id')",
  ],
  [new TypeError('"Kari Nordmann" is not a function'), '… is not a function'],
  [new RangeError('Invalid time zone specified: kari@example.org'), 'Invalid time zone specified: …'],
  [new SyntaxError('Unexpected token K, "Kari" is not valid JSON'), 'The log has its words.'],
  [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [Object.assign(new Error('x'), { code: 'Kari Nordmann' }), 'The log has its words.'],
])('%s: %s', (error, words) => expect(sayingOf(error)).toBe(words));

test('causes are told to a depth, a circle ends', () => {
  const error = new Error('a');
  error.cause = error;
  expect(causesOf(error)).toHaveLength(4);
  expect(causesOf(null)).toHaveLength(1);
});
