import type { JobName, JobPayload } from '@vaktplan/contracts/jobs';
import type { Handler } from './handler.ts';

type Schedule = {
  [N in JobName]: { id: string; pattern: string; name: N; data: Omit<JobPayload<N>, 'organizationId'> };
}[JobName];

/** What each organisation's clock starts, by its own wall clock. Second, minute, hour, day, month, day of the week. */
export const SCHEDULES: readonly Schedule[] = [
  { id: 'clean-up', pattern: '0 0 2 * * *', name: 'clean-up', data: {} },
  { id: 'close-forgotten', pattern: '0 */10 * * * *', name: 'close-forgotten-entries', data: {} },
  { id: 'sweep-files', pattern: '0 25 * * * *', name: 'sweep-files', data: {} },
  { id: 'relock', pattern: '0 */15 * * * *', name: 'relock-pay-periods', data: {} },
  { id: 'approve', pattern: '0 40 * * * *', name: 'approve-automatically', data: {} },
  { id: 'forget', pattern: '0 45 2 * * *', name: 'forget-outdated', data: {} },
  { id: 'seal', pattern: '0 5,20,35,50 * * * *', name: 'seal-events', data: {} },
  { id: 'verify-audit', pattern: '0 30 3 * * *', name: 'verify-audit', data: {} },
  { id: 'remind-week', pattern: '0 0 3 * * 0', name: 'remind-upcoming-shifts', data: { days: 7 } },
  { id: 'remind-starting', pattern: '0 */5 * * * *', name: 'remind-starting-shifts', data: {} },
  { id: 'remind-day', pattern: '0 0 16 * * *', name: 'remind-upcoming-shifts', data: {} },
];

/** Sets the schedules of one organisation, or of all. Setting one again changes its zone and nothing else. */
export const syncSchedulersHandler: Handler<'sync-schedulers'> = async (
  { organizationId },
  { log },
  { relayPool, queues },
) => {
  const { rows } = await relayPool.query<{ id: string; zone: string }>(
    'select id, zone from organizations where $1::uuid is null or id = $1',
    [organizationId ?? null],
  );
  const queue = queues['data-sync'];
  for (const organization of rows) {
    for (const { id, pattern, name, data } of SCHEDULES) {
      const repeat = { pattern, tz: organization.zone };
      const job = { name, data: { ...data, organizationId: organization.id } };
      // one zone that this runtime does not know must not stop the schedules of all others
      await queue.upsertJobScheduler(`${id}-${organization.id}`, repeat, job).catch((err: unknown) => {
        log.error({ err, organizationId: organization.id, zone: organization.zone }, 'no schedule set');
      });
    }
  }
  return { organizations: rows.length };
};
