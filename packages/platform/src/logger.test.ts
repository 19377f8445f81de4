import { expect, test } from 'vitest';
import { createLogger, type LogLevel } from './logger.ts';

const capture = (level: LogLevel = 'info') => {
  const lines: string[] = [];
  const log = createLogger({
    service: 'api',
    level,
    fields: { version: '1.2.3' },
    destination: { write: (line) => void lines.push(line) },
  });
  return { log, lines, last: (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') };
};

test('one JSON line with service, level as a word and ISO time', () => {
  const { log, last } = capture();
  log.info({ ms: 12 }, 'done');
  expect(last()).toMatchObject({ service: 'api', version: '1.2.3', level: 'info', ms: 12, msg: 'done' });
  expect(last()['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('a child puts its fields on every line', () => {
  const { log, last } = capture();
  log.child({ organizationId: 'o1' }).child({ job: 'send' }).warn('slow');
  expect(last()).toMatchObject({ organizationId: 'o1', job: 'send', level: 'warn' });
});

test('lines under the level are not written', () => {
  const { log, lines } = capture('warn');
  log.info('quiet');
  expect(lines).toEqual([]);
});

const names = [
  'authorization',
  'Authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'password',
  'token',
  'refreshToken',
  'secret',
];
const depths = [
  (fields: object) => fields,
  (fields: object) => ({ body: fields }),
  (fields: object) => ({ req: { headers: fields } }),
  (fields: object) => ({ upstream: { request: { headers: fields } } }),
  (fields: object) => ({ err: Object.assign(new Error('x'), { response: { headers: fields } }) }),
];

test.each(names)('%s is redacted at each depth', (name) => {
  const { log, lines } = capture();
  for (const nest of depths) log.info(nest({ [name]: 'hunter2', kept: 'yes' }));
  log.child({ [name]: 'hunter2' }).info('child');
  expect(lines).toHaveLength(depths.length + 1);
  expect(lines.join('')).not.toContain('hunter2');
  expect(lines.slice(0, depths.length).every((line) => line.includes('"kept":"yes"'))).toBe(true);
});

test('redaction leaves the caller object alone', () => {
  const { log } = capture();
  const body = { password: 'hunter2' };
  log.info({ body });
  expect(body.password).toBe('hunter2');
});

test.each([
  'hunter2',
  'a "quoted" hunter2 \\" with \\ and }]',
  12345678,
  true,
  ['sid=hunter2; Path=/', 'a]b"hunter2'],
  { value: 'hunter2}', kind: 'x' },
  '',
  null,
])('a secret of any form is redacted and the line stays JSON: %j', (secret) => {
  const { log, last, lines } = capture();
  log.info({ before: 1, token: secret, after: { x: 2 } }, 'sent');
  expect(last()).toMatchObject({ before: 1, token: '[redacted]', after: { x: 2 }, msg: 'sent' });
  expect(lines.join('')).not.toMatch(/hunter2|12345678/);
});

test('names and texts that only look alike are kept', () => {
  const { log, last } = capture();
  const fields = { tokenCount: 3, secretary: 'Kari', note: '"token":"x"', passwordChangedAt: '2026-11-22' };
  log.info(fields, 'the token and the password were checked');
  expect(last()).toMatchObject({ ...fields, msg: 'the token and the password were checked' });
});

test('a long line of brackets and quotes takes no time worth telling', () => {
  const { log, last } = capture();
  const nested = JSON.parse(`${'{"token":['.repeat(500)}1${']}'.repeat(500)}`);
  log.info({ nested, text: '"token":'.repeat(20_000), list: Array.from({ length: 20_000 }, () => '[') });
  expect(last()['level']).toBe('info');
});
