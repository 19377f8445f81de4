import type { JobEnd } from '@vaktplan/platform/job-report';
import { noteRun } from '@vaktplan/platform/last-runs';
import type { Logger } from '@vaktplan/platform/logger';
import type { Redis } from 'ioredis';

/** What follows the end of each job: schedules remember their last run. */
export const createJobEnd =
  ({ redis, log }: { redis: Redis; log: Logger }) =>
  ({ report, scheduler }: JobEnd): void => {
    if (scheduler === undefined) return;
    const run = { at: new Date().toISOString(), outcome: report.outcome };
    noteRun(redis, scheduler, run).catch((err: unknown) => log.warn({ err }, 'last run not noted'));
  };
