import type { Metrics } from './metrics.ts';

type Pool = { totalCount: number; idleCount: number; waitingCount: number };

/** How many connections of a pool work, rest, and how many callers wait for one; looked up when somebody asks. */
export function measurePool(metrics: Metrics, pool: string, counts: Pool): void {
  metrics.sampled(
    {
      name: 'db_pool',
      help: 'Connections of a pool by state, and callers that wait',
      labels: ['pool', 'state'],
    },
    (set) => {
      set({ pool, state: 'busy' }, counts.totalCount - counts.idleCount);
      set({ pool, state: 'idle' }, counts.idleCount);
      set({ pool, state: 'waiting' }, counts.waitingCount);
    },
  );
}

type Queue = {
  getJobCounts: (
    ...states: ('waiting' | 'active' | 'delayed' | 'failed')[]
  ) => Promise<Record<string, number>>;
  getWaiting: (start: number, end: number) => Promise<{ timestamp: number }[]>;
};

/** How much lies in each queue, and how long the job that is next has been waiting. */
export function measureQueues(metrics: Metrics, queues: Readonly<Record<string, Queue>>): void {
  metrics.sampled(
    { name: 'queue_jobs', help: 'Jobs in a queue by state', labels: ['queue', 'state'] },
    async (set) => {
      for (const [queue, jobs] of Object.entries(queues)) {
        const counts = await jobs.getJobCounts('waiting', 'active', 'delayed', 'failed');
        for (const [state, count] of Object.entries(counts)) set({ queue, state }, count);
      }
    },
  );
  metrics.sampled(
    { name: 'queue_oldest_seconds', help: 'Age of the oldest job that waits', labels: ['queue'] },
    async (set) => {
      for (const [queue, jobs] of Object.entries(queues)) {
        const [oldest] = await jobs.getWaiting(0, 0);
        set({ queue }, oldest ? Math.max(0, Date.now() - oldest.timestamp) / 1000 : 0);
      }
    },
  );
}
