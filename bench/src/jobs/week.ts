import { cpuOfPostgres, cpuOfProcesses } from '../cpu.ts';
import type { Machine, Running } from '../open-machine.ts';
import type { Result } from '../report.ts';
import { interleave, metered } from '../rounds.ts';
import { requestBytes, sendRequests } from '../send-requests.ts';
import type { Pace } from '../pace.ts';

const CLIENTS = 8;

/** A manager reads the week of 200 people, 1,000 shifts, with every duty; the floor the same with none. */
export async function measureWeek(machine: Machine, pace: Pace): Promise<Result> {
  const { big, week } = machine.data;
  const [api, floor] = await Promise.all([machine.startApi(), machine.startFloor('http')]);
  const range = { ...week, locationId: big.locationId };
  const bare = new URLSearchParams({ ...range, organizationId: big.organizationId, breaks: 'true' });
  const ours = big.managers
    .slice(0, CLIENTS)
    .map((manager) =>
      requestBytes('GET', `/api/v1/shifts?${new URLSearchParams(range)}`, machine.tokens.bearer(manager)),
    );
  const floors = [requestBytes('GET', `/week?${bare}`, null)];
  await assertWeek(api, ours[0]);
  await assertWeek(floor, floors[0]);

  const side = (server: Running, requests: Buffer[], seconds = pace.seconds) =>
    metered(
      () => cpuOfProcesses([server.pid]) + cpuOfPostgres(machine.postgresPid),
      () =>
        sendRequests({
          port: server.port,
          clients: CLIENTS,
          seconds,
          next: (client) => requests[client % requests.length] ?? null,
        }),
    );
  const sides = { ours: () => side(api, ours), floor: () => side(floor, floors) };
  await side(api, ours, pace.warmSeconds);
  await side(floor, floors, pace.warmSeconds);
  const rounds = await interleave(pace.rounds, sides);
  await Promise.all([api.stop(), floor.stop()]);
  return {
    job: 'Week of 200 employees, 1,000 shifts',
    floor: 'bare Fastify + pg, default parsing, the same shifts and breaks',
    unit: 'request',
    goal: { of: 'requests/s', atLeast: 1.3 },
    rounds,
  };
}

/** Both sides must read what they say they read. */
async function assertWeek(server: Running, request: Buffer | undefined): Promise<void> {
  const [requestLine = '', ...headers] = String(request).trim().split('\r\n');
  const token = headers.find((header) => header.startsWith('authorization: '))?.slice(15);
  const answer = await fetch(`http://127.0.0.1:${server.port}${requestLine.split(' ')[1]}`, {
    headers: token ? { authorization: token } : {},
  });
  const body = (await answer.json()) as { data?: unknown[] };
  if (body.data?.length !== 1000) {
    throw new Error(
      `expected a week of 1,000 shifts: ${answer.status} ${JSON.stringify(body).slice(0, 500)}`,
    );
  }
}
