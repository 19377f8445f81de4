import { v7 as uuidv7 } from 'uuid';
import { cpuOfPostgres, cpuOfProcesses } from '../cpu.ts';
import type { Machine, Running } from '../open-machine.ts';
import { WARM_PASSES, type Pace } from '../pace.ts';
import type { Result } from '../report.ts';
import { interleave, metered, type Side } from '../rounds.ts';
import { requestBytes, sendRequests } from '../send-requests.ts';
import { forgetPunches, lookAtClock, oneEach, peopleOf } from './everybody.ts';

const CLIENTS = 64;
/** Ends when the requests do. */
const NO_LIMIT = 3600;

/** Everybody comes to work: a punch with every duty; the floor puts one row into a table without a foreign key. */
export async function measureClockIn(machine: Machine, pace: Pace): Promise<Result> {
  const { organizationId, locationId, employees } = machine.data.clock;
  const [api, floor] = await Promise.all([machine.startApi(), machine.startFloor('http')]);
  const people = peopleOf(machine);

  const send = (server: Running, seconds: number, next: () => Buffer | null): Promise<Side> =>
    metered(
      () => cpuOfProcesses([server.pid]) + cpuOfPostgres(machine.postgresPid),
      () => sendRequests({ port: server.port, clients: CLIENTS, seconds, next }),
    );
  const sides = {
    ours: async () => {
      const punch = oneEach(people, ({ token }) =>
        requestBytes('POST', '/api/v1/time-tracking/punches', token, { id: uuidv7(), kind: 'in' }),
      );
      const side = await send(api, NO_LIMIT, punch);
      await forgetPunches(machine);
      return side;
    },
    floor: (seconds = pace.seconds) =>
      send(floor, seconds, () => {
        const employeeId = employees[0]?.userId;
        const body = { organizationId, id: uuidv7(), employeeId, locationId, kind: 'in' };
        return requestBytes('POST', '/punch', null, body);
      }),
  };
  await send(api, NO_LIMIT, oneEach(people, lookAtClock));
  for (let pass = 0; pass < WARM_PASSES; pass += 1) await sides.ours();
  await sides.floor(pace.warmSeconds);
  const rounds = await interleave(pace.rounds, { ours: () => sides.ours(), floor: () => sides.floor() });
  await Promise.all([api.stop(), floor.stop()]);
  return {
    job: 'Clock-in',
    floor: 'bare Fastify + pg, one row, on conflict do nothing',
    unit: 'request',
    goal: { of: 'requests/s', atLeast: 0.35 },
    rounds,
  };
}
