import * as z from 'zod';

const Moment = z.iso.datetime();
const StoreState = z.object({ status: z.enum(['ok', 'failing']), ms: z.int() });

/** One running process, as it said a moment ago. */
export const InstanceView = z
  .object({
    service: z.enum(['api', 'worker']),
    id: z.string(),
    release: z.string(),
    startedAt: Moment,
    seenAt: Moment,
    breakers: z.array(z.object({ upstream: z.string(), state: z.enum(['closed', 'half-open', 'open']) })),
  })
  .meta({ id: 'Instance' });
export type InstanceView = z.infer<typeof InstanceView>;

export const QueueView = z
  .object({
    name: z.string(),
    waiting: z.int(),
    active: z.int(),
    delayed: z.int(),
    failed: z.int(),
    /** Of the job that waits longest; 0 when none does. */
    oldestSeconds: z.number(),
  })
  .meta({ id: 'Queue' });
export type QueueView = z.infer<typeof QueueView>;

/** How the installation is: no tenant's data. What only Redis knows is null while it is away. */
export const StatusView = z
  .object({
    at: Moment,
    release: z.string(),
    stores: z.object({ postgres: StoreState, redis: StoreState }),
    instances: z.array(InstanceView).nullable(),
    /** Age of the oldest change that nobody has been told of; null when no worker says so. */
    relayLagSeconds: z.number().nullable(),
    queues: z.array(QueueView).nullable(),
    /** May this organisation open the board of all queues? */
    board: z.boolean(),
  })
  .meta({ id: 'Status' });
export type StatusView = z.infer<typeof StatusView>;

/** A job of one's own organisation that was given up. */
export const FailedJobView = z
  .object({
    queue: z.string(),
    jobId: z.string(),
    job: z.string(),
    reason: z.string(),
    attempts: z.int(),
    failedAt: Moment.nullable(),
  })
  .meta({ id: 'FailedJob' });
export type FailedJobView = z.infer<typeof FailedJobView>;
export const FailedJobList = z
  .object({ data: z.array(FailedJobView), meta: z.object({ count: z.int(), more: z.boolean() }) })
  .meta({ id: 'FailedJobList' });
export type FailedJobList = z.infer<typeof FailedJobList>;

export const ReplayJobSchema = z
  .strictObject({ queue: z.string().max(64), jobId: z.string().min(1).max(200) })
  .meta({ id: 'ReplayJob' });
export type ReplayJob = z.infer<typeof ReplayJobSchema>;

/** What the clock starts for one's own organisation. */
export const JobScheduleView = z
  .object({
    id: z.string(),
    job: z.string(),
    /** Second, minute, hour, day, month, day of the week, by the clock of `zone`. */
    pattern: z.string(),
    zone: z.string(),
    nextAt: Moment.nullable(),
    lastAt: Moment.nullable(),
    lastOutcome: z.enum(['completed', 'retrying', 'failed']).nullable(),
  })
  .meta({ id: 'JobSchedule' });
export type JobScheduleView = z.infer<typeof JobScheduleView>;
export const JobScheduleList = z
  .object({ data: z.array(JobScheduleView), meta: z.object({ count: z.int() }) })
  .meta({ id: 'JobScheduleList' });
export type JobScheduleList = z.infer<typeof JobScheduleList>;

/** A way into the board of all queues that works once, for half a minute. */
export const QueueBoardView = z.object({ url: z.url() }).meta({ id: 'QueueBoard' });
export type QueueBoardView = z.infer<typeof QueueBoardView>;
