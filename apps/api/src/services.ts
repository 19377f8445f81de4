import { createPool, type Database } from '@vaktplan/db/database';
import { RELAY_NUDGE } from '@vaktplan/contracts/socket';
import type { ErrorReports } from '@vaktplan/platform/error-reports';
import { createLogger, type Logger } from '@vaktplan/platform/logger';
import { measurePool } from '@vaktplan/platform/load-metrics';
import { createMetrics, type Metrics } from '@vaktplan/platform/metrics';
import { createRedis } from '@vaktplan/platform/redis';
import type { Tracing } from '@vaktplan/platform/tracing';
import type { TokenVerifier } from '@vaktplan/adapters/auth/claims';
import { chooseMail } from '@vaktplan/adapters/mail/choose-mail';
import type { MailTransport } from '@vaktplan/adapters/mail/mail-message';
import { chooseStore } from '@vaktplan/adapters/object-store/choose-store';
import type { ObjectStore } from '@vaktplan/adapters/object-store/object-store';
import type { Redis } from 'ioredis';
import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { createAuth, type Auth } from './auth/better-auth.ts';
import { createVerifier } from './auth/verifier.ts';
import type { Env } from './env.ts';
import { openDatabases } from './open-databases.ts';

/** What the process holds for as long as it runs. Injected with `@Inject(SERVICES)`. */
export type Services = {
  env: Env;
  log: Logger;
  metrics: Metrics;
  db: Database;
  /** The same for reads that may come from a replica (`@Can(..., 'replica')`). */
  reads: Database;
  closeDatabases: () => Promise<void>;
  /** Sign-in tables, as the role that may read them. */
  authPool: pg.Pool;
  redis: Redis;
  verifyToken: TokenVerifier;
  /** Our own sign-in; undefined when another issuer does it. */
  auth: Auth | undefined;
  sendMail: MailTransport;
  /** Undefined where no object store is set up. */
  files: ObjectStore | undefined;
  now: () => Temporal.Instant;
  /** Wakes the relay after a commit that appended events. */
  nudge: () => void;
  /** Whether the process is about to end: it serves on, and says that it will not for long. */
  standing: { isDraining: boolean };
  /** Undefined where no collector of traces is set. */
  tracing: Tracing | undefined;
  /** Undefined where nobody is to be told of unexpected errors. */
  errors: ErrorReports | undefined;
};
type Given = Partial<Pick<Services, 'now' | 'log'>> & {
  tracing?: Tracing | undefined;
  errors?: ErrorReports | undefined;
};
export const SERVICES = Symbol('services');

/** Opens the pools and Redis; nothing is waited for, so that the process starts while they are away. */
export function createServices(env: Env, given: Given = {}): Services {
  const { tracing } = given;
  const log = given.log ?? createLogger({ service: 'api', level: env.LOG_LEVEL });
  const redis = createRedis(env.REDIS_URL, 'producer', { log });
  const pooled = env.DATABASE_POOLER === 'transaction';
  const authPool = createPool({ url: env.AUTH_DATABASE_URL, max: env.DATABASE_POOL, pooled, tracing });
  const metrics = createMetrics('api');
  const sendMail = chooseMail(env, { log, metrics }).send;
  const { db, reads, close: closeDatabases } = openDatabases(env, { redis, metrics, tracing });
  measurePool(metrics, 'auth', authPool);
  return {
    env,
    log,
    metrics,
    db,
    reads,
    closeDatabases,
    authPool,
    redis,
    verifyToken: createVerifier(env, authPool),
    auth: env.AUTH_PROVIDER === 'local' ? createAuth({ env, authPool, log, sendMail }) : undefined,
    sendMail,
    files: chooseStore(env, { log, metrics }),
    standing: { isDraining: false },
    tracing,
    errors: given.errors,
    now: given.now ?? (() => Temporal.Now.instant()),
    nudge: () => {
      // the relay looks by itself as well: a lost nudge costs a second
      if (redis.status === 'ready') redis.publish(RELAY_NUDGE, '').catch(() => undefined);
    },
  };
}

/** Closes what was opened, the pools once their clients are back. */
export async function closeServices({
  closeDatabases,
  authPool,
  redis,
  tracing,
  errors,
}: Services): Promise<void> {
  redis.disconnect();
  await Promise.all([closeDatabases(), authPool.end()]);
  // a collector that is away keeps nobody from closing
  await Promise.allSettled([tracing?.close(), errors?.close()]);
}
