import { expect, test } from 'vitest';
import { createHealth } from './health.ts';
import { createLogger } from './logger.ts';

test('ok when every check is', async () => {
  const health = await createHealth({ checks: { db: async () => 1, redis: async () => 'PONG' } })();
  expect(health).toMatchObject({ status: 'ok', checks: { db: { status: 'ok' }, redis: { status: 'ok' } } });
});

test('no checks at all is ok', async () => {
  expect(await createHealth({ checks: {} })()).toEqual({ status: 'ok', checks: {} });
});

test('a failing, a throwing and a hanging check each show, and the reason does not', async () => {
  const check = createHealth({
    timeoutMs: 20,
    checks: {
      good: async () => undefined,
      rejects: () => Promise.reject(new Error('password=hunter2')),
      throws: () => {
        throw new Error('sync');
      },
      hangs: () => new Promise(() => undefined),
    },
  });
  const health = await check();
  expect(health.status).toBe('failing');
  expect(health.checks).toMatchObject({
    good: { status: 'ok' },
    rejects: { status: 'failed' },
    throws: { status: 'failed' },
    hangs: { status: 'timeout' },
  });
  expect(JSON.stringify(health)).not.toContain('hunter2');
});

test('a hanging check is not started again while it runs', async () => {
  let starts = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const check = createHealth({ timeoutMs: 10, checks: { db: () => (starts++, promise) } });
  await check();
  await check();
  expect(starts).toBe(1);
  resolve();
  expect((await check()).status).toBe('ok');
  await check();
  expect(starts).toBe(2);
});

test('logs each change once', async () => {
  const lines: string[] = [];
  const log = createLogger({
    service: 't',
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  });
  let broken = true;
  const check = createHealth({
    log,
    checks: { db: async () => (broken ? Promise.reject(new Error('down')) : 1) },
  });
  await check();
  await check();
  broken = false;
  await check();
  await check();
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['health check failed', 'healthy again']);
});
