import { textIn } from './job-report.ts';
import type { JobQueue, QueueJob } from './queue.ts';

/** How far back one queue is looked through, over the failed jobs of all tenants: a screen asks again and again. */
const LOOKED_AT = 1_000;
const PAGE = 250;

export type FailedJob = { queue: string; job: QueueJob<object> };

/** The failed jobs of one tenant, newest first, `most` at most. */
export async function failedJobsOf(
  queues: Readonly<Record<string, JobQueue<object>>>,
  organizationId: string,
  most: number,
): Promise<FailedJob[]> {
  const found: FailedJob[] = [];
  for (const [queue, jobs] of Object.entries(queues)) {
    let own = 0;
    for (let start = 0; start < LOOKED_AT && own < most; start += PAGE) {
      const page = await jobs.getFailed(start, start + PAGE - 1);
      for (const job of page) {
        if (textIn(job.data, 'organizationId') !== organizationId) continue;
        own += 1;
        found.push({ queue, job });
      }
      if (page.length < PAGE) break;
    }
  }
  return found.toSorted((a, b) => (b.job.finishedOn ?? 0) - (a.job.finishedOn ?? 0)).slice(0, most);
}

/**
 * Gives a failed job of the tenant one more try, after `note` has put it on record.
 * @returns false when there is no such job, or somebody else did it
 */
export async function replayFailedJob(
  queue: JobQueue<object>,
  jobId: string,
  organizationId: string,
  note: (job: string) => Promise<void>,
): Promise<boolean> {
  const job = await queue.getJob(jobId);
  if (!job || textIn(job.data, 'organizationId') !== organizationId) return false;
  if (!(await job.isFailed())) return false;
  await note(job.name);
  try {
    await job.retry('failed');
    return true;
  } catch (error) {
    // taken away by a second click between the two
    if (error instanceof Error && /not in the failed state|Missing key for job/.test(error.message))
      return false;
    throw error;
  }
}
