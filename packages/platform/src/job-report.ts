import type { Job } from 'bullmq';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';

export const textIn = (data: unknown, name: string): string | undefined => {
  const value =
    typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** Whose job it is and which request it came from: in the job's data, named on each line and failure. */
export const namedBy = (data: unknown) => ({
  organizationId: textIn(data, 'organizationId'),
  correlationId: textIn(data, 'correlationId'),
  traceId: textIn(data, 'traceparent')?.slice(3, 35),
});

export type JobReport = {
  queue: string;
  job: string;
  jobId: string | undefined;
  organizationId: string | undefined;
  correlationId: string | undefined;
  traceId: string | undefined;
  attempt: number;
  /** `retrying`: failed, and will be tried again; `failed`: for good */
  outcome: 'completed' | 'retrying' | 'failed';
  /** from picked up to done; undefined when the worker died with it */
  ms: number | undefined;
};

/** `scheduler`: what the clock started it by, if it was the clock. */
export type JobEnd = { report: JobReport; scheduler: string | undefined; error: Error | undefined };

export const reportOf = (queue: string, job: Job, ms: number | undefined, error?: Error): JobReport => ({
  queue,
  job: job.name,
  jobId: job.id,
  ...namedBy(job.data),
  attempt: job.attemptsMade,
  outcome: error === undefined ? 'completed' : job.finishedOn === undefined ? 'retrying' : 'failed',
  ms,
});

/** One line per run of a job: info when done, warn when it will be tried again, error when it failed for good. */
export const logJob = (log: Logger, report: JobReport, error?: Error): void => {
  const level = { completed: 'info', retrying: 'warn', failed: 'error' } as const;
  log[level[report.outcome]]({ ...report, ...(error && { err: error }) }, 'job');
};

export const measureJob = (metrics: Metrics, { queue, job, outcome, ms }: JobReport): void => {
  const labels = ['queue', 'job', 'outcome'] as const;
  metrics
    .counter({ name: 'jobs_total', help: 'Runs of jobs by outcome', labels })
    .inc({ queue, job, outcome });
  if (ms === undefined) return;
  metrics
    .histogram({ name: 'job_duration_seconds', help: 'Time from picking a job up to its end', labels })
    .observe({ queue, job, outcome }, ms / 1000);
};
