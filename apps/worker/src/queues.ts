import { QUEUES, type QueueName } from '@vaktplan/contracts/jobs';
import type { Logger } from '@vaktplan/platform/logger';
import { createQueue, type JobQueue } from '@vaktplan/platform/queue';
import type { Redis } from 'ioredis';

export type Queues = Readonly<Record<QueueName, JobQueue<object>>>;

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/**
 * Wait before the second attempt, doubled each time, with jitter. Mails wait longer than one sending may take, so that
 * a retry never meets the attempt before it still at work.
 */
const FIRST_RETRY_MS: Readonly<Record<QueueName, number>> = {
  'email-notifications': 30_000,
  'push-notifications': 30_000,
  'payroll-calculation': 30_000,
  events: 1_000,
  webhooks: 5_000,
  'report-generation': 30_000,
  'data-sync': 30_000,
};

/**
 * The jobs of one queue that a worker runs at once. The table's priority becomes this: BullMQ's own priority sorts the
 * jobs inside one queue, where ours are all alike.
 */
export const concurrencyOf = (queue: QueueName): number =>
  ({ high: 10, medium: 5, low: 2 })[QUEUES[queue].priority];

/** All queues of the product, for adding jobs. `redis` is a `producer`. */
export function createQueues(redis: Redis, log: Logger, prefix?: string): Queues {
  const entries = QUEUE_NAMES.map((name) => {
    const { attempts, backoff: type } = QUEUES[name];
    const backoff = { type, delay: FIRST_RETRY_MS[name], jitter: 0.2 };
    const queue = createQueue<object>(name, {
      connection: redis,
      log,
      defaultJobOptions: { attempts, backoff },
      ...(prefix && { prefix }),
    });
    return [name, queue] as const;
  });
  return Object.fromEntries(entries) as unknown as Queues;
}
