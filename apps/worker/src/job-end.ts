import type { ErrorReports } from '@vaktplan/platform/error-reports';
import type { JobEnd } from '@vaktplan/platform/job-report';
import { noteRun } from '@vaktplan/platform/last-runs';
import type { Logger } from '@vaktplan/platform/logger';
import type { Redis } from 'ioredis';

type Told = { redis: Redis; log: Logger; errors?: ErrorReports | undefined };

/** What follows the end of each job: schedules remember their last run, and jobs that were given up are told of. */
export const createJobEnd =
  ({ redis, log, errors }: Told) =>
  ({ report, scheduler, error }: JobEnd): void => {
    if (errors && report.outcome === 'failed') {
      const { queue, job, jobId, organizationId, correlationId, traceId } = report;
      errors.report(error, { queue, job, jobId, organizationId, correlationId, traceId });
    }
    if (scheduler === undefined) return;
    const run = { at: new Date().toISOString(), outcome: report.outcome };
    noteRun(redis, scheduler, run).catch((err: unknown) => log.warn({ err }, 'last run not noted'));
  };
