import { gzipSync } from 'node:zlib';
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
      requestBytes(
        'GET',
        `/api/v1/shifts/columns?${new URLSearchParams(range)}`,
        machine.tokens.bearer(manager),
      ),
    );
  const floors = [requestBytes('GET', `/week?${bare}`, null)];
  const sizes = {
    ours: await readWeek(api, ours[0]),
    floor: await readWeek(floor, floors[0]),
    atMost: 0.6,
  };

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
    goal: { of: 'requests/s', atLeast: 1.8 },
    rounds,
    sizes,
  };
}

/** Both sides must read what they say they read. Out: the bytes of the answer after gzip. */
async function readWeek(server: Running, request: Buffer | undefined): Promise<number> {
  const [requestLine = '', ...headers] = String(request).trim().split('\r\n');
  const token = headers.find((header) => header.startsWith('authorization: '))?.slice(15);
  const answer = await fetch(`http://127.0.0.1:${server.port}${requestLine.split(' ')[1]}`, {
    headers: token ? { authorization: token } : {},
  });
  const text = await answer.text();
  const body = JSON.parse(text) as { data?: unknown[]; columns?: { id: unknown[] } };
  if ((body.data ?? body.columns?.id)?.length !== 1000) {
    throw new Error(`expected a week of 1,000 shifts: ${answer.status} ${text.slice(0, 500)}`);
  }
  return gzipSync(text).length;
}
