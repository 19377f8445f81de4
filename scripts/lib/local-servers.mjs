import path from 'node:path';
import pg from 'pg';
import { clusterFolder } from './cluster-folder.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { PlainError } from './say.mjs';

const database = 'vaktplan';
const WRONG_PASSWORD = '28P01';

/**
 * The Postgres and Redis of this start: our own in the data folder, or the ones that DATABASE_URL (an owner who may create
 * roles) and REDIS_URL name.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {string} options.password of the superuser of our own Postgres
 * @param {{ postgres: number, redis: number }} options.ports
 * @param {NodeJS.ProcessEnv} options.env
 */
export async function openServers({ dataDir, password, ports, env }) {
  const startingPostgres = env.DATABASE_URL
    ? undefined
    : startPostgres({ dataDir: clusterFolder(dataDir), port: ports.postgres, password });
  const startingRedis = env.REDIS_URL
    ? undefined
    : startRedis({
        dataDir: path.join(dataDir, 'redis'),
        port: ports.redis,
        toolsDir: path.join(dataDir, 'tools'),
      });
  const stop = async () => {
    const started = await Promise.allSettled([startingPostgres, startingRedis]);
    await Promise.all(
      started.map((result) => (result.status === 'fulfilled' ? result.value?.stop() : undefined)),
    );
  };
  try {
    const [postgres, redis] = await Promise.all([startingPostgres, startingRedis]);
    if (postgres) await createOwnDatabase(postgres.url());
    return {
      stop,
      processes: [
        ...(postgres ? [{ name: 'PostgreSQL', child: postgres.child }] : []),
        ...(redis ? [{ name: 'Redis', child: redis.child }] : []),
      ],
      adminUrl: postgres?.url(database) ?? String(env.DATABASE_URL),
      redisUrl: redis?.url ?? String(env.REDIS_URL),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} serverUrl */
async function createOwnDatabase(serverUrl) {
  const client = await connectTo(serverUrl);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
  await client.end();
}

/**
 * A connection to the database, or a sentence when nobody answers there.
 * @param {string} url
 */
export async function connectTo(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch((error) => {
    if (error.code === WRONG_PASSWORD && !process.env.DATABASE_URL) {
      throw new PlainError(
        'secrets.json in the data folder does not hold the password of the database beside it: ' +
          'put the old secrets.json back, or delete the data folder to start afresh.',
      );
    }
    throw new PlainError(
      `PostgreSQL at ${new URL(url).host} does not let us in (${error.message}): check DATABASE_URL.`,
    );
  });
  return client;
}

/** The same database for another login role. @param {string} adminUrl @param {string} role @param {string} password */
export function urlForRole(adminUrl, role, password) {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
