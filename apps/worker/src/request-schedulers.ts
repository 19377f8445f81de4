import type { Logger } from '@vaktplan/platform/logger';
import type { Queues } from './queues.ts';

/** Schedules set themselves anew each night too, so that nothing is lost for longer than a day. */
const NIGHTLY = { pattern: '0 30 0 * * *', tz: 'UTC' };
const MONTHS = { pattern: '0 15 1 * * *', tz: 'UTC' };

/** Asks for the schedules of all organisations to be set; workers that start together ask once. */
export async function requestSchedulers(queues: Queues, log: Logger): Promise<void> {
  const job = { name: 'sync-schedulers', data: {} };
  const queue = queues['data-sync'];
  try {
    await queue.upsertJobScheduler('sync-schedulers', NIGHTLY, job);
    await queue.upsertJobScheduler('keep-events', MONTHS, { name: 'keep-events', data: {} });
    await queue.add(job.name, job.data, { deduplication: { id: job.name, ttl: 10_000 } });
  } catch (err) {
    log.error({ err }, 'schedules could not be asked for');
  }
}
