import type { QueueView, StatusView } from '@vaktplan/contracts/http/status';
import { createHealth, type Health } from '@vaktplan/platform/health';
import { readHeartbeats } from '@vaktplan/platform/heartbeat';
import type { Services } from '../services.ts';
import type { StatusQueues } from './status-queues.ts';

type Store = StatusView['stores']['postgres'];

/** One for all who ask: checks that hang are shared, and a change is logged once. */
const known = new WeakMap<Services, () => Promise<Health>>();
function healthOf(services: Services): () => Promise<Health> {
  const { db, redis, log } = services;
  const checks = { postgres: () => db.ping(), redis: () => redis.ping() };
  const health = known.get(services) ?? createHealth({ checks, log });
  known.set(services, health);
  return health;
}

/** How the installation is at this moment. */
export async function readStatus(
  services: Services,
  queues: StatusQueues,
  board: boolean,
): Promise<StatusView> {
  const { redis, env } = services;
  const health = (await healthOf(services)()).checks;
  const stateOf = (name: 'postgres' | 'redis'): Store => {
    const { status = 'failed', ms = 0 } = health[name] ?? {};
    return { status: status === 'ok' ? 'ok' : 'failing', ms };
  };
  const stores = { postgres: stateOf('postgres'), redis: stateOf('redis') };
  const whole = { at: new Date().toISOString(), release: env.RELEASE, stores, board };
  if (stores.redis.status !== 'ok') return { ...whole, instances: null, relayLagSeconds: null, queues: null };

  const looked = Promise.all(Object.entries(queues).map(([name, queue]) => lookAt(name, queue)));
  const [beats, seen] = await Promise.all([readHeartbeats(redis), looked]);
  const lags = beats.flatMap(({ service, relayLagSeconds }) =>
    service === 'worker' ? (relayLagSeconds ?? []) : [],
  );
  return {
    ...whole,
    instances: beats.map(({ relayLagSeconds: _lag, schedules: _schedules, ...instance }) => instance),
    // a relay that stands by says 0
    relayLagSeconds: lags.length > 0 ? Math.max(...lags) : null,
    queues: seen,
  };
}

async function lookAt(name: string, queue: StatusQueues[keyof StatusQueues]): Promise<QueueView> {
  const [counts, [oldest]] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    queue.getWaiting(0, 0),
  ]);
  const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
  const oldestSeconds = oldest ? Math.max(0, Date.now() - oldest.timestamp) / 1000 : 0;
  return { name, waiting, active, delayed, failed, oldestSeconds };
}
