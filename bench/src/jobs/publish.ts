import { cpuOfPostgres, cpuOfProcesses } from '../cpu.ts';
import type { Machine, Running } from '../open-machine.ts';
import type { Pace } from '../pace.ts';
import type { Result } from '../report.ts';
import { interleave, type Side } from '../rounds.ts';
import { requestBytes, sendRequests } from '../send-requests.ts';

const EACH_ROUND = 8;

// every shift of the week changed since it was published, and nothing left of earlier rounds
const CHANGE = `update shifts set version = version + 1, notes = 'round ' || version
  where organization_id = $1 and location_id = $2 and local_date between $3 and $4`;
const FORGET = `delete from shift_publications p where organization_id = $1
  and not exists (select from shifts s where s.organization_id = p.organization_id and s.publication_id = p.id)`;

/** A manager publishes 1,000 changed shifts: locked, compared, told to whom it concerns; the floor is one bare CTE. */
export async function measurePublish(machine: Machine, pace: Pace): Promise<Result> {
  const { big, week } = machine.data;
  const [api, floor] = await Promise.all([machine.startApi(), machine.startFloor('http')]);
  const range = { ...week, locationId: big.locationId };
  const values = [big.organizationId, big.locationId, week.startDate, week.endDate];
  const token = machine.tokens.bearer(big.managers[0] ?? never());
  const asked = requestBytes('POST', '/api/v1/schedules/publish', token, { ...range, notify: 'affected' });
  const bare = requestBytes('POST', '/publish', null, { ...range, organizationId: big.organizationId });

  const side = async (server: Running, request: Buffer, times: number): Promise<Side> => {
    const sum: Side = { count: 0, seconds: 0, cpuMs: 0, latencies: [] };
    for (let time = 0; time < times; time++) {
      await machine.owner.query(CHANGE, values);
      // without looking each reference up: no index leads from a snapshot to the shift that shows it
      await machine.owner.query('set session_replication_role = replica');
      await machine.owner.query(FORGET, [big.organizationId]);
      await machine.owner.query('set session_replication_role = origin');
      await machine.owner.query('vacuum shifts, shift_publications');
      const cpu = () => cpuOfProcesses([server.pid]) + cpuOfPostgres(machine.postgresPid);
      const before = cpu();
      const once = [request].values();
      const sent = await sendRequests({
        port: server.port,
        clients: 1,
        seconds: 60,
        next: () => once.next().value ?? null,
      });
      sum.cpuMs += cpu() - before;
      sum.count += sent.count;
      sum.seconds += sent.seconds;
      sum.latencies.push(...sent.latencies);
      await assertPublished(machine, values);
    }
    return sum;
  };
  await side(api, asked, 3);
  await side(floor, bare, 3);
  const rounds = await interleave(pace.rounds, {
    ours: () => side(api, asked, EACH_ROUND),
    floor: () => side(floor, bare, EACH_ROUND),
  });
  await Promise.all([api.stop(), floor.stop()]);
  return {
    job: 'Publish 1,000 changed shifts',
    floor: 'bare Fastify + pg, one CTE: snapshots and marks',
    unit: 'request',
    goal: { of: 'p50', atMost: 2 },
    rounds,
  };
}

/** Both sides must have done what they say they did. */
async function assertPublished(machine: Machine, values: unknown[]): Promise<void> {
  const { rows } = await machine.owner.query<{ count: number }>(
    `select count(*)::int from shifts s join shift_publications p on p.organization_id = s.organization_id and p.id = s.publication_id
     where s.organization_id = $1 and s.location_id = $2 and s.local_date between $3 and $4
       and s.published_version = s.version and p.version = s.version and p.notes = s.notes`,
    values,
  );
  if (rows[0]?.count !== 1000) throw new Error(`expected 1,000 published shifts: ${rows[0]?.count}`);
}

const never = (): never => {
  throw new Error('nobody may publish');
};
