import { chooseMail } from '@vaktplan/adapters/mail/choose-mail';
import { parseMailAddress } from '@vaktplan/adapters/mail/mail-message';
import { choosePush } from '@vaktplan/adapters/push/choose-push';
import { chooseStore } from '@vaktplan/adapters/object-store/choose-store';
import { RELAY_NUDGE, SOCKET_STREAM } from '@vaktplan/contracts/socket';
import { createDatabase, createPool } from '@vaktplan/db/database';
import { breakerStates } from '@vaktplan/platform/breaker-states';
import type { ErrorReports } from '@vaktplan/platform/error-reports';
import { createSchemaCheck } from '@vaktplan/db/schema-check';
import type { HealthCheck } from '@vaktplan/platform/health';
import { startHeartbeat } from '@vaktplan/platform/heartbeat';
import { createLogger, type Logger } from '@vaktplan/platform/logger';
import { measurePool, measureQueues } from '@vaktplan/platform/load-metrics';
import { createMetrics, type Metrics } from '@vaktplan/platform/metrics';
import { createRedis, subscribeAlways } from '@vaktplan/platform/redis';
import type { Shutdown } from '@vaktplan/platform/shutdown';
import type { Tracing } from '@vaktplan/platform/tracing';
import { createWriteMarks } from '@vaktplan/platform/write-marks';
import { Temporal } from 'temporal-polyfill';
import type { BoardOptions } from './board/mount-board.ts';
import { startConsumers } from './consumers.ts';
import type { Env } from './env.ts';
import { createQueues } from './queues.ts';
import { startRelay, type Relay } from './relay/relay.ts';
import { createJobEnd } from './job-end.ts';
import { SCHEDULES } from './jobs/sync-schedulers.handler.ts';
import { requestSchedulers } from './request-schedulers.ts';
import { measureBusiness, measureCaches } from './sampled-metrics.ts';
import type { Tools } from './tools.ts';

/** Holds the run id of the Redis that the relay last met. */
const RELAY_MARK = 'vaktplan:relay:met';

export type Services = {
  log: Logger;
  metrics: Metrics;
  /** Does the worker hang? Each fails when one of its loops stands still. */
  live: Readonly<Record<string, HealthCheck>>;
  /** undefined where nobody can be let in */
  board: BoardOptions | undefined;
  /** Can it work? */
  ready: Readonly<Record<string, HealthCheck>>;
};

/** Each undefined where it is not set up. */
export type Telemetry = { tracing?: Tracing | undefined; errors?: ErrorReports | undefined };

export const createWorkerLogger = (level: Env['LOG_LEVEL']): Logger =>
  createLogger({ service: 'worker', level });

/**
 * Starts the relay and the consumers, and registers how each is closed: the relay first, then the consumers with the
 * jobs they have, then what these need. Redis may be away: everything waits for it.
 */
export function startServices(
  env: Env,
  log: Logger,
  shutdown: Shutdown,
  { tracing, errors }: Telemetry = {},
): Services {
  const metrics = createMetrics('worker');
  // a collector that is away keeps nobody from closing
  shutdown.add('telemetry', () => Promise.allSettled([tracing?.close(), errors?.close()]));
  const redis = createRedis(env.REDIS_URL, 'producer', { log });
  const pooled = env.DATABASE_POOLER === 'transaction';
  const marks = env.DATABASE_REPLICA_URL ? createWriteMarks(redis) : undefined;
  const shared = { max: env.DATABASE_POOL, pooled, tracing };
  const db = createDatabase({ ...shared, url: env.DATABASE_URL, onWrite: marks?.mark });
  const relayPool = createPool({ url: env.RELAY_DATABASE_URL, max: 4, pooled });
  shutdown.add('postgres', () => Promise.all([db.close(), relayPool.end()]));

  const working = createRedis(env.REDIS_URL, 'worker', { log });
  const subscriber = createRedis(env.REDIS_URL, 'subscriber');
  shutdown.add('redis', () => {
    for (const connection of [redis, working, subscriber]) connection.disconnect();
  });
  const queues = createQueues(redis, log);
  measurePool(metrics, 'app', db.pool);
  measurePool(metrics, 'relay', relayPool);
  measureQueues(metrics, queues);
  measureBusiness(metrics, relayPool);
  measureCaches(metrics, relayPool, redis);
  shutdown.add('queues', () => Promise.all(Object.values(queues).map((queue) => queue.close())));

  let relay: Relay | undefined;
  const mail = chooseMail(env, { log, metrics });
  const push = choosePush(env, { log, metrics });
  shutdown.add('push', push.close);
  const tools: Tools = {
    db,
    relayPool,
    queues,
    sendMail: mail.send,
    sendPush: push.send,
    mailFrom: parseMailAddress(env.MAIL_FROM),
    webUrl: env.PUBLIC_WEB_URL,
    authSecret: env.AUTH_SECRET,
    auditSecret: env.AUDIT_SECRET,
    retention: {
      eventMonths: env.EVENT_RETENTION_MONTHS,
      notificationDays: env.NOTIFICATION_RETENTION_DAYS,
      keyHours: env.IDEMPOTENCY_RETENTION_HOURS,
      jobRunDays: env.JOB_RUN_RETENTION_DAYS,
    },
    files: chooseStore(env, { log, metrics }),
    now: () => Temporal.Now.instant(),
    nudge: () => relay?.nudge(),
    tracing,
  };
  const onEnd = createJobEnd({ redis, log, errors });
  const consumers = startConsumers({ connection: working, tools, log, metrics, onEnd });
  shutdown.add('consumers', consumers.close);

  relay = startRelay({
    pool: relayPool,
    redis,
    queues,
    log,
    metrics,
    tracing,
    stream: SOCKET_STREAM,
    mark: RELAY_MARK,
    markWrite: marks?.mark,
    onLoss: () => void requestSchedulers(queues, log),
  });
  shutdown.add('relay', relay.stop);
  subscriber.on('message', relay.nudge);
  subscribeAlways(subscriber, RELAY_NUDGE, (err) => log.warn({ err }, 'nudges are not heard'));
  redis.once('ready', () => void requestSchedulers(queues, log));

  const heartbeat = startHeartbeat({
    redis,
    service: 'worker',
    release: env.RELEASE,
    tell: async () => ({
      breakers: await breakerStates(metrics),
      relayLagSeconds: relay.lagSeconds(),
      schedules: SCHEDULES.map(({ id }) => id),
    }),
  });
  shutdown.add('heartbeat', heartbeat.stop);

  log.info({ mail: mail.kind, push: push.kind }, 'relay and consumers started');
  // a consumer says nothing about itself while Redis is away; restarting it would not bring Redis back
  const whileAnswering = (asked: () => Promise<unknown>, check: HealthCheck): HealthCheck => {
    return async () => {
      const answers = await asked().then(
        () => true,
        () => false,
      );
      if (answers) await check();
    };
  };
  const redisAnswers = () => redis.ping();
  const bothAnswer = () => Promise.all([redis.ping(), relayPool.query('select 1')]);
  const secret = env.SERVICE_TOKEN_SECRET;
  return {
    log,
    metrics,
    board: secret === undefined ? undefined : { queues, redis, secret },
    live: {
      relay: relay.check,
      progress: whileAnswering(bothAnswer, relay.checkProgress),
      consumers: whileAnswering(redisAnswers, () => Promise.all(consumers.checks.map((check) => check()))),
    },
    ready: {
      postgres: () => Promise.all([db.ping(), relayPool.query('select 1')]),
      schema: createSchemaCheck(db.pool),
      redis: () => redis.ping(),
    },
  };
}
