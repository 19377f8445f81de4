import type { JobScheduleView } from '@vaktplan/contracts/http/status';
import { readHeartbeats } from '@vaktplan/platform/heartbeat';
import { lastRuns } from '@vaktplan/platform/last-runs';
import type { Redis } from 'ioredis';
import type { StatusQueues } from './status-queues.ts';

/** What the clock starts for one organisation, soonest first. Which schedules there are is told by the workers. */
export async function readSchedules(
  redis: Redis,
  queues: StatusQueues,
  organizationId: string,
): Promise<JobScheduleView[]> {
  const beats = await readHeartbeats(redis);
  const ids = [...new Set(beats.flatMap(({ schedules }) => schedules))].map(
    (id) => `${id}-${organizationId}`,
  );
  const [schedulers, runs] = await Promise.all([
    Promise.all(ids.map((id) => queues['data-sync'].getJobScheduler(id))),
    lastRuns(redis, ids),
  ]);
  return schedulers
    .flatMap((scheduler, at): JobScheduleView[] => {
      if (!scheduler) return [];
      return [
        {
          id: (ids[at] ?? '').slice(0, -organizationId.length - 1),
          job: scheduler.name,
          pattern: scheduler.pattern ?? '',
          zone: scheduler.tz ?? 'UTC',
          nextAt: scheduler.next ? new Date(scheduler.next).toISOString() : null,
          lastAt: runs[at]?.at ?? null,
          lastOutcome: runs[at]?.outcome ?? null,
        },
      ];
    })
    .toSorted((a, b) => (a.nextAt ?? '').localeCompare(b.nextAt ?? ''));
}
