import { v7 as uuidv7 } from 'uuid';
import { cpuOfPostgres, cpuOfProcesses } from '../cpu.ts';
import { forgetPunches, lookAtClock, oneEach, peopleOf } from '../jobs/everybody.ts';
import type { Machine, Running } from '../open-machine.ts';
import type { Pace } from '../pace.ts';
import { requestBytes, sendRequests, type Sent } from '../send-requests.ts';
import { median } from '../statistics.ts';
import { measureRelay } from './measure-relay.ts';

const CLIENTS = 8;
const NO_LIMIT = 3600;
type Standby = Awaited<ReturnType<Machine['startStandby']>>;
type Stand = { name: string; apis: Running[]; standby: Standby | undefined };
type Figures = { perSecond: number; p50: number; api: number; primary: number; standby: number };

/**
 * One API, two, and two with a replica, in turn: weeks read and people clocking in, with the CPU of each server for a request.
 * Then what two workers make of a backlog of events, and how long one takes over from the other. Printed, judged by nobody.
 */
export async function measureScaling(machine: Machine, pace: Pace): Promise<void> {
  const standby = await machine.startStandby();
  const replica = { DATABASE_REPLICA_URL: standby.url };
  const [one, two, withReplica, alsoWithReplica] = await Promise.all([
    machine.startApi(),
    machine.startApi(),
    machine.startApi(replica),
    machine.startApi(replica),
  ]);
  // every API has seen every token
  for (const { port } of [one, two, withReplica, alsoWithReplica]) {
    const next = oneEach(peopleOf(machine), lookAtClock);
    await sendRequests({ port, clients: CLIENTS, seconds: NO_LIMIT, next });
  }
  const stands: Stand[] = [
    { name: 'one API', apis: [one], standby: undefined },
    { name: 'two APIs', apis: [one, two], standby: undefined },
    { name: 'two APIs and a replica', apis: [withReplica, alsoWithReplica], standby },
  ];
  for (const [job, run] of [
    ['week of 1,000 shifts', readWeeks],
    ['clock-in', clockIn],
  ] as const) {
    const seen = new Map<string, Figures[]>();
    for (let round = 0; round <= pace.rounds; round++) {
      for (const stand of round % 2 ? stands : stands.toReversed()) {
        const figures = await observe(machine, stand, () => run(machine, stand, pace.seconds));
        await forgetPunches(machine);
        // the first round warms up
        if (round > 0) seen.set(stand.name, [...(seen.get(stand.name) ?? []), figures]);
      }
    }
    console.log(`\n${job}: requests/s, p50 ms, CPU ms a request of APIs / primary / replica`);
    for (const { name } of stands) {
      const of = (key: keyof Figures) => median((seen.get(name) ?? []).map((figures) => figures[key]));
      console.log(
        `  ${name.padEnd(24)} ${of('perSecond').toFixed(0).padStart(6)} ${of('p50').toFixed(1).padStart(6)}   ` +
          `${of('api').toFixed(2)} / ${of('primary').toFixed(2)} / ${of('standby').toFixed(2)}`,
      );
    }
  }
  await Promise.all([one, two, withReplica, alsoWithReplica].map((api) => api.stop()));
  await measureRelay(machine);
}

async function observe(machine: Machine, stand: Stand, work: () => Promise<Sent[]>): Promise<Figures> {
  const standbyPid = stand.standby?.pid;
  const cpu = () => ({
    api: cpuOfProcesses(stand.apis.map(({ pid }) => pid)),
    primary: cpuOfPostgres(machine.postgresPid),
    standby: standbyPid ? cpuOfPostgres(standbyPid) : 0,
  });
  const before = cpu();
  const sent = await work();
  const after = cpu();
  const count = sent.reduce((sum, part) => sum + part.count, 0);
  return {
    perSecond: sent.reduce((sum, part) => sum + part.count / part.seconds, 0),
    p50: median(sent.flatMap(({ latencies }) => latencies)),
    api: (after.api - before.api) / count,
    primary: (after.primary - before.primary) / count,
    standby: (after.standby - before.standby) / count,
  };
}

function readWeeks({ data, tokens }: Machine, { apis }: Stand, seconds: number): Promise<Sent[]> {
  const range = new URLSearchParams({ ...data.week, locationId: data.big.locationId });
  const requests = data.big.managers
    .slice(0, CLIENTS)
    .map((manager) => requestBytes('GET', `/api/v1/shifts/columns?${range}`, tokens.bearer(manager)));
  return Promise.all(
    apis.map(({ port }) =>
      sendRequests({
        port,
        clients: CLIENTS / apis.length,
        seconds,
        next: (client) => requests[client % requests.length] ?? null,
      }),
    ),
  );
}

async function clockIn(machine: Machine, { apis }: Stand, seconds: number): Promise<Sent[]> {
  const people = peopleOf(machine);
  const clients = 64 / apis.length;
  const punch = oneEach(people, ({ token }) =>
    requestBytes('POST', '/api/v1/time-tracking/punches', token, { id: uuidv7(), kind: 'in' }),
  );
  const sent = await Promise.all(
    apis.map(({ port }) => sendRequests({ port, clients, seconds, next: punch })),
  );
  return sent;
}
