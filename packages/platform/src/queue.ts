import { type Job, type JobsOptions, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { logJob, measureJob, namedBy, reportOf, textIn, type JobEnd } from './job-report.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { traced, type Tracing } from './tracing.ts';

export type { JobsOptions };

// BullMQ works these types out from the first parameter, which fails for a generic one: all six are given
export type JobQueue<Data extends object> = Queue<Data, unknown, string, Data, unknown, string>;
export type JobWorker<Data extends object> = Worker<Data, unknown, string>;
export type QueueJob<Data extends object> = Job<Data, unknown, string>;

/** Redis only remembers what it did; the database is the memory of what was done. Failed jobs can be seen and replayed. */
const keptJobs = {
  removeOnComplete: { age: 24 * 60 * 60, count: 20_000 },
  removeOnFail: { count: 5_000 },
} satisfies JobsOptions;

/**
 * A job whose worker died is picked up again when its lock has run out and the next check sees it: after at least half a
 * lock, as it is renewed at half time, and at most a lock and a check. These two keep that under ten seconds.
 */
const recovery = {
  lockDuration: 6_000,
  stalledInterval: 3_000,
  // the third worker that dies with the same job sends it to the failed ones
  maxStalledCount: 2,
  // after a broken connection; BullMQ's 15 s would leave the jobs lying long after Redis is back, and hold up a close
  runRetryDelay: 1_000,
};

export type QueueOptions = {
  /** a `producer` connection */
  connection: Redis;
  log?: Logger;
  defaultJobOptions?: JobsOptions;
  /** keeps the queues of tests and environments apart on one Redis */
  prefix?: string;
};

export const createQueue = <Data extends object>(
  name: string,
  { connection, log, defaultJobOptions, prefix }: QueueOptions,
): JobQueue<Data> => {
  const queue: JobQueue<Data> = new Queue(name, {
    connection,
    defaultJobOptions: { ...keptJobs, ...defaultJobOptions },
    ...(prefix && { prefix }),
  });
  queue.on('error', logOnce(log, name));
  return queue;
};

export type NewJob<Data extends object> = { name: string; data: Data; opts?: JobsOptions };

/**
 * Adds all jobs in one go, or none. A job whose id the queue still knows is not added again.
 * @throws RangeError for a job id that BullMQ cannot take
 */
export const addJobs = async <Data extends object>(
  queue: JobQueue<Data>,
  jobs: readonly NewJob<Data>[],
): Promise<void> => {
  for (const { opts } of jobs) assertJobId(opts?.jobId);
  if (jobs.length > 0) await queue.addBulk([...jobs]);
};

const assertJobId = (id: string | undefined): void => {
  // BullMQ keeps ':' for its keys, and plain integers for the ids that it gives itself
  if (id !== undefined && (id === '' || id.includes(':') || /^\d+$/.test(id))) {
    throw new RangeError(`"${id}" cannot be a job id: no ':', not empty, not only digits`);
  }
};

export type WorkerOptions<Data extends object> = {
  /** a `worker` connection; the worker opens a second one for waiting */
  connection: Redis;
  /** may run twice for one job; `log` names the job and its tenant */
  handle: (job: QueueJob<Data>, log: Logger) => Promise<unknown>;
  log: Logger;
  metrics?: Metrics;
  /** each run is a span of the trace that the job's `traceparent` names */
  tracing?: Tracing | undefined;
  /** told after each run, whatever came of it */
  onEnd?: ((end: JobEnd) => void) | undefined;
  concurrency?: number;
  prefix?: string;
  /** how soon the job of a dead worker is seen, in milliseconds */
  lockDurationMs?: number;
  stalledIntervalMs?: number;
};

/**
 * Starts a consumer of one queue: one line and one measurement per run, whoever fails.
 * `close()` takes no new job and waits for those that run.
 */
export const createWorker = <Data extends object>(
  queue: string,
  options: WorkerOptions<Data>,
): JobWorker<Data> => {
  const { connection, handle, log, metrics, tracing, concurrency = 5, prefix } = options;
  const started = new WeakMap<Job, number>();

  const worker = new Worker<Data, unknown, string>(
    queue,
    (job) => {
      started.set(job, performance.now());
      const names = { queue, job: job.name, jobId: job.id, ...namedBy(job.data) };
      if (!tracing) return handle(job, log.child(names));
      const attributes = { 'messaging.destination.name': queue, 'messaging.message.id': job.id };
      const parent = textIn(job.data, 'traceparent');
      return traced(tracing, `job ${job.name}`, { kind: 'consumer', parent, attributes }, () =>
        handle(job, log.child({ ...names, traceId: tracing.active()?.traceId })),
      );
    },
    {
      ...recovery,
      ...(options.lockDurationMs && { lockDuration: options.lockDurationMs }),
      ...(options.stalledIntervalMs && { stalledInterval: options.stalledIntervalMs }),
      connection,
      concurrency,
      ...(prefix && { prefix }),
    },
  );

  const report = (job: QueueJob<Data>, error?: Error): void => {
    const start = started.get(job);
    const ms = start === undefined ? undefined : Math.round(performance.now() - start);
    const entry = reportOf(queue, job, ms, error);
    logJob(log, entry, error);
    if (metrics) measureJob(metrics, entry);
    options.onEnd?.({ report: entry, scheduler: job.repeatJobKey, error });
  };
  worker.on('completed', (job) => report(job));
  worker.on('failed', (job, error) => {
    if (job) report(job, error);
    else log.error({ queue, err: error }, 'job failed and is gone');
  });
  worker.on('stalled', (jobId) => log.warn({ queue, jobId }, 'job of a dead worker is taken up again'));
  worker.on('error', logOnce(log, queue));
  return worker;
};

/** While Redis is away BullMQ repeats one error many times a second. */
const logOnce = (log: Logger | undefined, queue: string): ((error: Error) => void) => {
  let last = { message: '', at: 0 };
  return (error) => {
    const now = performance.now();
    if (error.message === last.message && now - last.at < 60_000) return;
    last = { message: error.message, at: now };
    log?.warn({ queue, err: error }, 'queue error');
  };
};
