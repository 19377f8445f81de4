import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSentryServer } from '@vaktplan/testing/sentry-server';
import { startOtlpCollector } from '@vaktplan/testing/otlp-collector';
import type { TestProject } from 'vitest/node';
import { assertNoSecrets, readLogs } from './secrets.ts';
import { PHONE_APP_PORT } from './phone-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    web: string;
    api: string;
    redis: string;
    /** the collector of traces */
    traces: string;
    /** where unexpected errors are told */
    errors: string;
  }
}

const root = path.resolve(import.meta.dirname, '..');
type Run = { web: string; api: string; redisUrl: string };

const READY = /Vaktplan is ready/;
const LOG_TAIL = 4000;

/** `npm start` in a folder of its own with the demo organisation, on free ports; stopped and deleted at the end. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_WEB) {
    project.provide('web', process.env.E2E_WEB);
    project.provide('api', process.env.E2E_API ?? '');
    project.provide('redis', process.env.E2E_REDIS ?? '');
    project.provide('traces', process.env.E2E_TRACES ?? '');
    project.provide('errors', process.env.E2E_ERRORS ?? '');
    return undefined;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vaktplan-e2e-'));
  // under root PostgreSQL runs as another account, which must be able to enter
  chmodSync(folder, 0o755);
  const collector = await startOtlpCollector();
  const sentry = await startSentryServer();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      VAKTPLAN_DATA: folder,
      WEB_PORT: '4300',
      API_PORT: '4301',
      WORKER_PORT: '4302',
      FILES_PORT: '4303',
      APP_ORIGINS: `http://localhost:${PHONE_APP_PORT}`,
      RATE_LIMIT_ADDRESS: '100000',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      SENTRY_DSN: sentry.dsn,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const stopped = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-LOG_TAIL);
        if (READY.test(output)) resolve();
      });
    }
  });
  const ended = await Promise.race([ready, stopped.then((code) => code ?? 1)]);
  if (ended !== undefined) throw new Error(`npm start ended with ${ended}:\n${output}`);
  const run = JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')) as Run;
  project.provide('web', run.web);
  project.provide('api', run.api);
  project.provide('redis', run.redisUrl);
  project.provide('traces', collector.url);
  project.provide('errors', new URL(sentry.dsn).origin);
  return async () => {
    child.kill('SIGTERM');
    await stopped;
    await Promise.all([collector.close(), sentry.close()]);
    const logs = readLogs(path.join(folder, 'logs'));
    rmSync(folder, { recursive: true, force: true });
    assertNoSecrets({
      ...logs,
      traces: JSON.stringify(collector.spans),
      errors: sentry.envelopes.join('\n'),
    });
  };
}
