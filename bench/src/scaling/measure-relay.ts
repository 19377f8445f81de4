import { setTimeout as delay } from 'node:timers/promises';
import type { Machine } from '../open-machine.ts';

const BACKLOG = 20_000;

/** How fast a backlog of events is told by one worker and by two, and how soon the other goes on when one is killed. */
export async function measureRelay(machine: Machine): Promise<void> {
  const first = await machine.startWorker();
  const alone = await drain(machine);
  const second = await machine.startWorker();
  const both = await drain(machine);
  const takenOver = await drain(machine, () => process.kill(first.pid, 'SIGKILL'));
  await second.stop();
  const rate = (seconds: number) => `${(BACKLOG / seconds).toFixed(0)}/s`;
  console.log(`\n${BACKLOG} events told: one worker ${rate(alone)}, two ${rate(both)}`);
  console.log(`one of two killed in the middle: all told after ${takenOver.toFixed(1)} s`);
}

async function drain({ owner, data }: Machine, inTheMiddle?: () => void): Promise<number> {
  await owner.query(
    `insert into events (event_id, event_type, aggregate_id, aggregate_type, organization_id, payload, metadata)
     select uuidv7(), 'employee.updated', e.id, 'employee', $1, json_build_object('employeeId', e.id),
       '{"userId": null, "timestamp": "2026-11-22T12:00:00Z", "version": 1}'
     from (select gen_random_uuid()::text as id from generate_series(1, $2)) e`,
    [data.clock.organizationId, BACKLOG],
  );
  const started = performance.now();
  for (let left = BACKLOG; left > 0; await delay(20)) {
    const { rows } = await owner.query<{ left: number }>(
      'select count(*)::int as left from events where dispatched_at is null',
    );
    left = rows[0]?.left ?? 0;
    if (left < BACKLOG / 2) {
      inTheMiddle?.();
      inTheMiddle = undefined;
    }
  }
  return (performance.now() - started) / 1000;
}
