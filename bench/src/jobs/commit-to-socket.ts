import { setTimeout as delay } from 'node:timers/promises';
import { createCounter } from '../await-count.ts';
import { cpuOfPostgres, cpuOfProcesses } from '../cpu.ts';
import type { Machine } from '../open-machine.ts';
import type { Pace } from '../pace.ts';
import type { Result } from '../report.ts';
import { interleave, metered, type Side } from '../rounds.ts';
import { someShifts, startFloor, startOurs, type SocketSide } from '../socket-sides.ts';

const CHANGES_A_SECOND = 20;

/** From the commit of a change to the socket: outbox and relay against publishing straight after the commit. */
export async function measureCommitToSocket(machine: Machine, pace: Pace): Promise<Result> {
  const [shiftOfOurs, shiftOfFloor] = (await someShifts(machine, 2)) as [string, string];
  // both sides wait alike for the disk, many times longer than for all the rest: it would hide their difference
  await setSynchronousCommit(machine, 'off');
  let frame = '';
  const ours = await startOurs(machine);
  const floor = await startFloor(machine, () => frame);
  const followOurs = await follow(machine, ours, shiftOfOurs, (text) => (frame = text));
  await followOurs(1);
  const followFloor = await follow(machine, floor, shiftOfFloor, () => undefined);
  await followOurs(pace.warmSeconds);
  await followFloor(pace.warmSeconds);
  const rounds = await interleave(pace.rounds, {
    ours: () => followOurs(pace.seconds),
    floor: () => followFloor(pace.seconds),
  });
  await Promise.all([ours.stop(), floor.stop()]);
  await setSynchronousCommit(machine, 'on');
  return {
    job: 'Commit to socket',
    floor: 'publish on Redis straight after the commit',
    unit: 'change',
    goal: { of: 'p50', atMost: 3 },
    rounds,
    note: 'from the commit record to the client, no wait for the disk; CPU of all processes',
  };
}

async function setSynchronousCommit({ owner }: Machine, value: 'on' | 'off'): Promise<void> {
  await owner.query(`alter system set synchronous_commit = ${value}`);
  await owner.query('select pg_reload_conf()');
}

async function follow(
  machine: Machine,
  side: SocketSide,
  shiftId: string,
  onFrame: (frame: string) => void,
): Promise<(seconds: number) => Promise<Side>> {
  const counter = createCounter();
  let receivedAt = 0;
  await side.open(1, (frame) => {
    receivedAt = performance.timeOrigin + performance.now();
    onFrame(frame);
    counter.add();
  });
  const { instances, writer, worker } = side;
  const pids = [...instances, writer, ...(worker ? [worker] : [])].map(({ pid }) => pid);
  const cpu = (): number => cpuOfProcesses([...pids, machine.redisPid]) + cpuOfPostgres(machine.postgresPid);
  const work = async (seconds: number) => {
    const started = performance.now();
    const latencies: number[] = [];
    const changes = Math.max(1, Math.round(seconds * CHANGES_A_SECOND));
    for (let change = 1; change <= changes; change++) {
      const before = counter.count;
      await side.change(shiftId);
      await counter.until(before + 1);
      latencies.push(receivedAt - (await committedAt(machine, shiftId)));
      const next = started + (change * 1000) / CHANGES_A_SECOND;
      await delay(Math.max(0, next - performance.now()));
    }
    return { count: changes, seconds: (performance.now() - started) / 1000, latencies };
  };
  return (seconds) => metered(cpu, () => work(seconds));
}

/** When the shift's row as it is now was committed, in milliseconds since the epoch, by the clock of this machine. */
async function committedAt({ owner, data }: Machine, shiftId: string): Promise<number> {
  const { rows } = await owner.query<{ at: number }>({
    name: 'committed_at',
    text: `select extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at
           from shifts where organization_id = $1 and id = $2`,
    values: [data.big.organizationId, shiftId],
  });
  return rows[0]?.at ?? Number.NaN;
}
