import { v7 as uuidv7 } from 'uuid';
import { cpuOfPostgres, cpuOfProcesses } from '../cpu.ts';
import type { Machine, Running } from '../open-machine.ts';
import type { Pace } from '../pace.ts';
import type { Result } from '../report.ts';
import { interleave, metered, type Side } from '../rounds.ts';
import { requestBytes, sendRequests } from '../send-requests.ts';

const CLIENTS = 64;
/** Ends when the requests do. */
const NO_LIMIT = 3600;

/** Everybody comes to work: a punch with every duty; the floor puts one row into a table without a foreign key. */
export async function measureClockIn(machine: Machine, pace: Pace): Promise<Result> {
  const { organizationId, locationId, employees } = machine.data.clock;
  const [api, floor] = await Promise.all([machine.startApi(), machine.startFloor('http')]);
  const people = employees.map((person) => ({ person, token: machine.tokens.bearer(person) }));
  const everybody = (request: (one: (typeof people)[number]) => Buffer) => {
    const waiting = people.values();
    return (): Buffer | null => {
      const { value } = waiting.next();
      return value ? request(value) : null;
    };
  };

  const send = (server: Running, seconds: number, next: () => Buffer | null): Promise<Side> =>
    metered(
      () => cpuOfProcesses([server.pid]) + cpuOfPostgres(machine.postgresPid),
      () => sendRequests({ port: server.port, clients: CLIENTS, seconds, next }),
    );
  const sides = {
    ours: async (seconds = pace.seconds) => {
      const punch = everybody(({ token }) =>
        requestBytes('POST', '/api/v1/time-tracking/punches', token, { id: uuidv7(), kind: 'in' }),
      );
      const side = await send(api, seconds, punch);
      await sendEverybodyHome(machine);
      return side;
    },
    floor: (seconds = pace.seconds) =>
      send(floor, seconds, () => {
        const employeeId = employees[0]?.userId;
        const body = { organizationId, id: uuidv7(), employeeId, locationId, kind: 'in' };
        return requestBytes('POST', '/punch', null, body);
      }),
  };
  // a phone shows the clock before anybody can tap it, so the API has seen every token
  const clock = everybody(({ token }) => requestBytes('GET', '/api/v1/time-tracking/clock', token));
  await send(api, NO_LIMIT, clock);
  await sides.ours(pace.warmSeconds);
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

/** So that the same people can come again in the next round. Not measured. */
async function sendEverybodyHome({ owner, data }: Machine): Promise<void> {
  await owner.query(
    `update time_entries set ended_at = greatest(clock_timestamp(), started_at + interval '1 ms'), version = version + 1
     where organization_id = $1 and ended_at is null`,
    [data.clock.organizationId],
  );
}
