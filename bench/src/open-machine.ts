import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../scripts/lib/database.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { startRedis } from '../../scripts/lib/redis.mjs';
import { step } from '../../scripts/lib/say.mjs';
import { localSecrets } from '../../scripts/lib/secrets.mjs';
import { startService, type ServiceSpec } from '../../scripts/lib/service.mjs';
import { serviceSpecs } from '../../scripts/lib/service-specs.mjs';
import { fillDatabase, type BenchData } from './data/fill-database.ts';
import { startStandby } from './start-standby.ts';
import { createTokens, type Tokens } from './sign-tokens.ts';

export type Running = { pid: number; port: number; stop: () => Promise<void> };
export type Floor = 'http' | 'socket' | 'sql';

/** Servers of the bench alone, on loopback, with a year of data. */
export type Machine = {
  data: BenchData;
  tokens: Tokens;
  /** Superuser: sees every tenant. */
  owner: pg.Client;
  postgresPid: number;
  redisPid: number;
  redisUrl: string;
  /** The built API as `npm start` runs it. */
  startApi: (env?: Record<string, string>) => Promise<Running>;
  startWorker: (env?: Record<string, string>) => Promise<Running>;
  /** A streaming replica of the Postgres; `url` is that of the app's role. */
  startStandby: () => Promise<{ pid: number; url: string; stop: () => Promise<void> }>;
  startFloor: (floor: Floor) => Promise<Running>;
};

const root = path.resolve(import.meta.dirname, '../..');
/** Connections of each pool, the floor's too. */
const POOL = '8';

/** Opens everything; each thing opened adds to `undo` how to close it, newest last. */
export async function openMachine(undo: (() => unknown)[]): Promise<Machine> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vaktplan-bench-'));
  // under root Postgres runs as another account, which must be able to enter
  chmodSync(folder, 0o755);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));

  const [postgres, redis] = await step('Postgres and Redis, durable', async () => {
    const both = await Promise.all([
      startPostgres({
        dataDir: path.join(folder, 'postgres'),
        port: await freePort(),
        // tells when a change was committed, on the same clock as the client's
        settings: { track_commit_timestamp: 'on', max_connections: 200 },
      }),
      startRedis({
        dataDir: path.join(folder, 'redis'),
        port: await freePort(),
        toolsDir: path.join(root, '.data/tools'),
      }),
    ]);
    for (const server of both) undo.push(server.stop);
    return both;
  });
  const owner = new pg.Client({ connectionString: postgres.url() });
  // told when its server is stopped first
  owner.on('error', () => undefined);
  await owner.connect();
  undo.push(() => owner.end());
  const secrets = localSecrets(folder);
  const data = await step('A year of shifts', async () => {
    await migrate(postgres.url(), secrets);
    return fillDatabase(owner);
  });

  const start = async (spec: Omit<ServiceSpec, 'readyUrl'>): Promise<Running> => {
    const port = await freePort();
    const readyUrl = `http://127.0.0.1:${port}/health/ready`;
    const name = `${spec.name}-${port}`;
    const service = startService(
      { ...spec, name, readyUrl, env: { ...spec.env, PORT: String(port) } },
      path.join(folder, 'logs'),
    );
    undo.push(service.stop);
    await service.ready().catch((error: Error) => {
      throw new Error(`${error.message}\n${service.lastLines()}`);
    });
    return { pid: service.child.pid ?? 0, port, stop: service.stop };
  };
  const startOwn = (name: 'api' | 'worker', env: Record<string, string> = {}): Promise<Running> => {
    const { services } = serviceSpecs({
      root,
      dataDir: folder,
      ports: { web: 3000, api: 3001, worker: 3002, files: 3003 },
      adminUrl: postgres.url(),
      redisUrl: redis.url,
      secrets,
    });
    const spec = services.find((service) => service.name === name);
    if (!spec) throw new Error(`no service is called ${name}`);
    // limits are counted as ever, but one machine sends what a thousand would
    const limits = { RATE_LIMIT_ADDRESS: '100000000', RATE_LIMIT_TENANT: '100000000' };
    return start({ ...spec, env: { ...spec.env, DATABASE_POOL: POOL, ...limits, ...env } });
  };
  return {
    data,
    tokens: await createTokens(owner, secrets.TICKET_SECRET),
    owner,
    postgresPid: postgres.child.pid ?? 0,
    redisPid: redis.child.pid ?? 0,
    redisUrl: redis.url,
    startApi: (env) => startOwn('api', env),
    startWorker: (env) => startOwn('worker', env),
    startStandby: async () => {
      const standby = await startStandby(folder, postgres, secrets.APP_PASSWORD);
      undo.push(standby.stop);
      return standby;
    },
    startFloor: (floor) =>
      start({
        name: `floor-${floor}`,
        cwd: path.join(root, 'bench'),
        args: [`src/floors/${floor}.ts`],
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'production',
          DATABASE_URL: postgres.url(),
          DATABASE_POOL: POOL,
          REDIS_URL: redis.url,
        },
      }),
  };
}
