import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from './ports.mjs';
import { startService } from './service.mjs';

let logDir: string;
beforeEach(() => {
  logDir = mkdtempSync(path.join(os.tmpdir(), 'service-'));
});
afterEach(() => rmSync(logDir, { recursive: true }));

const start = (name: string, program: string, port: number) =>
  startService(
    {
      name,
      cwd: logDir,
      args: ['-e', program],
      env: { PORT: String(port) },
      readyUrl: `http://127.0.0.1:${port}/`,
    },
    logDir,
  );

test('a service is ready when it answers, and gone after stop', async () => {
  const service = start(
    'api',
    "require('http').createServer((q, r) => r.end()).listen(process.env.PORT)",
    await freePort(),
  );
  await service.ready();
  await service.stop();
  expect(service.child.signalCode).toBe('SIGTERM');
});

test('a service that dies at its start is named, with its last lines', async () => {
  const service = start('worker', "console.log('no REDIS_URL'); process.exit(3)", await freePort());
  await expect(service.ready()).rejects.toThrow('worker ended with 3');
  expect(service.lastLines()).toBe('no REDIS_URL');
});
