import { setTimeout as delay } from 'node:timers/promises';
import { JOBS, type QueueName } from '@vaktplan/contracts/jobs';
import { createConsumerCheck } from '@vaktplan/platform/consumer-check';
import type { HealthCheck } from '@vaktplan/platform/health';
import type { JobEnd } from '@vaktplan/platform/job-report';
import type { Logger } from '@vaktplan/platform/logger';
import type { Metrics } from '@vaktplan/platform/metrics';
import { createWorker, type QueueJob } from '@vaktplan/platform/queue';
import type { Redis } from 'ioredis';
import { runJob } from './jobs/run-job.ts';
import { concurrencyOf } from './queues.ts';
import type { Tools } from './tools.ts';

/** Jobs that wait this long while none is taken: the consumer hangs. */
const MAX_IDLE_MS = 60_000;
/** What BullMQ is given to close once our jobs have ended: while Redis is away or just back it may wait for long. */
const CLOSING_MS = 2_000;

export type Consumers = {
  /** one check a queue, each fails when its consumer hangs */
  checks: HealthCheck[];
  /** Takes no new job and waits for those that run. */
  close: () => Promise<void>;
};

export type ConsumersOptions = {
  /** a `worker` connection */
  connection: Redis;
  tools: Tools;
  log: Logger;
  metrics: Metrics;
  onEnd?: (end: JobEnd) => void;
  prefix?: string;
};

/** Starts a consumer for each queue that the catalogue has jobs for. */
export function startConsumers(options: ConsumersOptions): Consumers {
  const { connection, tools, log, metrics, onEnd, prefix } = options;
  const running = new Set<Promise<unknown>>();
  const handle = (job: QueueJob<object>, jobLog: Logger): Promise<unknown> => {
    const run = runJob(job, jobLog, tools).finally(() => running.delete(run));
    running.add(run);
    return run;
  };
  const names = [...new Set<QueueName>(Object.values(JOBS).map(({ queue }) => queue))];
  const workers = names.map((name) => ({
    name,
    worker: createWorker<object>(name, {
      connection,
      handle,
      log,
      metrics,
      tracing: tools.tracing,
      onEnd,
      concurrency: concurrencyOf(name),
      ...(prefix && { prefix }),
    }),
  }));
  return {
    checks: workers.map(({ name, worker }) => createConsumerCheck(tools.queues[name], worker, MAX_IDLE_MS)),
    close: async () => {
      const closed = Promise.all(workers.map(({ worker }) => worker.close()));
      const ended = Promise.allSettled(running).then(() => delay(CLOSING_MS, undefined, { ref: false }));
      await Promise.race([closed, ended]);
    },
  };
}
