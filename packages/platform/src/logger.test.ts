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
