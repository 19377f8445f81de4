import path from 'node:path';
import { freePort } from '../scripts/lib/ports.mjs';
import { localSecrets } from '../scripts/lib/secrets.mjs';
import { startService } from '../scripts/lib/service.mjs';
import { serviceSpecs } from '../scripts/lib/service-specs.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** A running api or worker. */
export type Service = {
  url: string;
  pid: number;
  /** SIGKILL, and waits for the end. */
  kill: () => Promise<void>;
  /** SIGTERM, and waits for the end; the exit code. */
  stop: () => Promise<number | null>;
  pause: () => void;
  resume: () => void;
  hasEnded: () => boolean;
  ended: Promise<number | null>;
  lastLines: () => string;
};

type Where = { folder: string; postgresUrl: string; redisUrl: string };

/** Starts one as `npm start` does; `ready: false` does not wait for its readiness. */
export async function startOwn(
  name: 'api' | 'worker',
  { folder, postgresUrl, redisUrl }: Where,
  env: NodeJS.ProcessEnv = {},
  { ready = true } = {},
): Promise<Service> {
  const { services } = serviceSpecs({
    root,
    dataDir: folder,
    ports: { web: 3000, api: 3001, worker: 3002, files: 3003 },
    adminUrl: postgresUrl,
    redisUrl,
    secrets: localSecrets(folder),
  });
  const spec = services.find((service) => service.name === name);
  if (!spec) throw new Error(`no service is called ${name}`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // one machine sends what a thousand would
  const limits = { RATE_LIMIT_ADDRESS: '100000000', RATE_LIMIT_TENANT: '100000000' };
  const service = startService(
    {
      ...spec,
      name: `${name}-${port}`,
      readyUrl: `${url}/health/ready`,
      env: { ...spec.env, LOG_LEVEL: 'warn', ...limits, ...env, PORT: String(port) },
    },
    path.join(folder, 'logs'),
  );
  const { child } = service;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (ready)
    await service.ready().catch((error: Error) => {
      throw new Error(`${error.message}\n${service.lastLines()}`);
    });
  return {
    url,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    ended,
    lastLines: service.lastLines,
  };
}
