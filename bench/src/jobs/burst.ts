import { v7 as uuidv7 } from 'uuid';
import { cpuOfPostgres, cpuOfProcesses } from '../cpu.ts';
import type { Machine, Running } from '../open-machine.ts';
import { WARM_PASSES, type Pace } from '../pace.ts';
import type { Result } from '../report.ts';
import { interleave, metered, type Side } from '../rounds.ts';
import { requestBytes, sendRequests } from '../send-requests.ts';
import { forgetPunches, lookAtClock, oneEach, peopleOf } from './everybody.ts';
import { surviveKill } from './survive-kill.ts';

/** Connections that proxies keep open, opened before it is measured; the rest of two thousand wait in front of them. */
const CLIENTS = 512;
const PUNCHES = 2000;
const NO_LIMIT = 3600;
const QUEUE = 20;
const MINUTE = 60_000;

const FLOOR = 'single inserts by 8 connections, on conflict do nothing returning';

/** Two thousand people at once through one API process, with every duty. */
export async function measureBurst(machine: Machine, pace: Pace): Promise<Result> {
  const people = peopleOf(machine).slice(0, PUNCHES);
  const burst = () =>
    oneEach(people, ({ token }) =>
      requestBytes('POST', '/api/v1/time-tracking/punches', token, { id: uuidv7(), kind: 'in' }),
    );
  const rounds = await measure(machine, pace, burst, 1);
  const note = await surviveKill(machine);
  return {
    job: 'Burst',
    floor: FLOOR,
    unit: 'punch',
    goal: { of: 'requests/s', atLeast: 0.6 },
    rounds,
    note,
  };
}

/** Phones that were offline for two weeks: twenty punches a request. */
export async function measureQueues(machine: Machine, pace: Pace): Promise<Result> {
  const people = peopleOf(machine).slice(0, PUNCHES / 5);
  const queues = () =>
    oneEach(people, ({ token }) => {
      const now = Date.now();
      const punches = Array.from({ length: QUEUE }, (_, nr) => ({
        id: uuidv7(),
        kind: nr % 2 === 0 ? 'in' : 'out',
        occurredAt: new Date(now - (QUEUE - nr) * MINUTE).toISOString(),
        offline: true,
      }));
      return requestBytes('POST', '/api/v1/time-tracking/punches/batch', token, { punches });
    });
  const rounds = await measure(machine, pace, queues, QUEUE);
  return {
    job: 'Offline queues',
    floor: FLOOR,
    unit: 'punch',
    goal: { of: 'requests/s', atLeast: 2 },
    rounds,
  };
}

async function measure(machine: Machine, pace: Pace, requests: () => () => Buffer | null, each: number) {
  const [api, floor] = await Promise.all([machine.startApi(), machine.startFloor('sql')]);
  const cpu = (server: Running) => () => cpuOfProcesses([server.pid]) + cpuOfPostgres(machine.postgresPid);
  const sides = {
    ours: async (): Promise<Side> => {
      const side = await metered(cpu(api), async () => {
        const sent = await sendRequests({
          port: api.port,
          clients: CLIENTS,
          seconds: NO_LIMIT,
          next: requests(),
        });
        return { ...sent, count: sent.count * each };
      });
      await assertStored(machine, side.count);
      await forgetPunches(machine);
      return side;
    },
    floor: () =>
      metered(cpu(floor), async () => {
        const answer = await fetch(`http://127.0.0.1:${floor.port}/run?count=${PUNCHES * 2}`);
        const { seconds } = (await answer.json()) as { seconds: number };
        return { count: PUNCHES * 2, seconds, latencies: [seconds] };
      }),
  };
  await sendRequests({
    port: api.port,
    clients: CLIENTS,
    seconds: NO_LIMIT,
    next: oneEach(peopleOf(machine), lookAtClock),
  });
  for (let pass = 0; pass < WARM_PASSES; pass += 1) await sides.ours();
  await sides.floor();
  const rounds = await interleave(pace.rounds, sides);
  await Promise.all([api.stop(), floor.stop()]);
  return rounds;
}

/** As many punches as were answered, no fewer and no more. */
async function assertStored({ owner, data }: Machine, count: number): Promise<void> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int from time_punches where organization_id = $1 and source <> 'manager'`,
    [data.clock.organizationId],
  );
  if (rows[0]?.count !== count)
    throw new Error(`${count} punches were answered, ${rows[0]?.count} are stored`);
}
