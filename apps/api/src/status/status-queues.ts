import { QUEUES, type QueueName } from '@vaktplan/contracts/jobs';
import { createQueue, type JobQueue } from '@vaktplan/platform/queue';
import type { Services } from '../services.ts';

export type StatusQueues = Readonly<Record<QueueName, JobQueue<object>>>;

/** The queues, for looking at and for replaying what failed: nothing else of the API touches them. */
export function openQueues({ redis, log }: Services): StatusQueues {
  const entries = Object.keys(QUEUES).map((name) => [name, createQueue(name, { connection: redis, log })]);
  return Object.fromEntries(entries) as StatusQueues;
}
