import type { QueueName } from '@vaktplan/contracts/jobs';
import type { Logger } from '@vaktplan/platform/logger';
import { addJobs, type JobQueue, type NewJob } from '@vaktplan/platform/queue';
import type { ChainableCommander, Redis } from 'ioredis';
import { addSignal } from './add-signal.ts';
import type { EventSpans } from './event-spans.ts';
import type { ClaimedEvent } from './claim-events.ts';
import { jobsOf, type WantedJob } from './interested.ts';
import { signalsOf } from './signals.ts';

export type Outlets = {
  /** a `producer`: it must fail while Redis is away, so that the batch is kept */
  redis: Redis;
  /** the stream that the API's socket servers read */
  stream: string;
  queues: Readonly<Record<QueueName, JobQueue<object>>>;
  log: Logger;
};

/**
 * Tells the world: each event on the channel of its type, its signals to the sockets, one job per interested handler.
 * Everything may happen again after a failure, so everything must bear being repeated.
 * @throws when anything could not be handed to Redis
 */
export async function dispatchEvents(
  claimed: readonly ClaimedEvent[],
  outlets: Outlets,
  carriedBy: EventSpans['carriedBy'],
): Promise<void> {
  const pipeline = outlets.redis.pipeline();
  const jobs: WantedJob[] = [];
  for (const { event } of claimed) {
    const carried = carriedBy(event);
    pipeline.publish(event.eventType, JSON.stringify(event));
    try {
      for (const emission of signalsOf(event))
        addSignal(pipeline, outlets.stream, emission, carried.traceparent);
      jobs.push(...jobsOf(event, carried));
    } catch (err) {
      // one unreadable event must not hold up all that come after it; it stays in the table and in the log
      outlets.log.error({ err, event }, 'event with an unreadable payload: no signals, no jobs');
    }
  }
  const handed = await Promise.allSettled([execute(pipeline), addByQueue(jobs, outlets.queues)]);
  const failed = handed.find((part) => part.status === 'rejected');
  if (failed) throw failed.reason;
}

const execute = async (pipeline: ChainableCommander): Promise<void> => {
  const answers = await pipeline.exec();
  const error = answers?.find(([failure]) => failure)?.[0];
  if (error) throw error;
};

const addByQueue = async (jobs: readonly WantedJob[], queues: Outlets['queues']): Promise<void> => {
  const byQueue = Map.groupBy(jobs, (job) => job.queue);
  const adding = [...byQueue].map(([name, wanted]) =>
    addJobs(
      queues[name],
      wanted.map((job): NewJob<object> => ({ name: job.name, data: job.data, opts: job.opts })),
    ),
  );
  await Promise.all(adding);
};
