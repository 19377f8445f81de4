import { setTimeout as delay } from 'node:timers/promises';
import { createCounter } from '../await-count.ts';
import { cpuOfProcesses } from '../cpu.ts';
import type { Machine } from '../open-machine.ts';
import type { Pace } from '../pace.ts';
import type { Result } from '../report.ts';
import { interleave, metered, type Side } from '../rounds.ts';
import { someShifts, startFloor, startOurs, type SocketSide } from '../socket-sides.ts';

const SOCKETS = 500;
const CHANGES_A_SECOND = 10;

/** One change of a shift, told to 500 sockets on two instances: the CPU of both and of Redis. */
export async function measureFanOut(machine: Machine, pace: Pace): Promise<Result> {
  const [shiftOfOurs, shiftOfFloor] = (await someShifts(machine, 2)) as [string, string];
  let frame = '';
  const ours = await startOurs(machine);
  const floor = await startFloor(machine, () => frame);
  const tellOurs = await openAll(machine, ours, shiftOfOurs, (text) => (frame = text));
  // the floor sends what ours has sent
  await tellOurs(1);
  const tellFloor = await openAll(machine, floor, shiftOfFloor, () => undefined);
  await tellOurs(pace.warmSeconds);
  await tellFloor(pace.warmSeconds);
  const rounds = await interleave(pace.rounds, {
    ours: () => tellOurs(pace.seconds),
    floor: () => tellFloor(pace.seconds),
  });
  await Promise.all([ours.stop(), floor.stop()]);
  return {
    job: 'One change to 500 sockets on two instances',
    floor: 'raw ws + Redis pub/sub',
    unit: 'delivery',
    goal: { of: 'CPU each', atMost: 1.6 },
    rounds,
    note: 'instances and Redis; latency from sending the change',
  };
}

/** Opens the side's sockets; the function it returns sends changes for some seconds and measures their delivery. */
async function openAll(
  machine: Machine,
  side: SocketSide,
  shiftId: string,
  onFrame: (frame: string) => void,
): Promise<(seconds: number) => Promise<Side>> {
  const counter = createCounter();
  let latencies: number[] = [];
  let sentAt = 0;
  await side.open(SOCKETS, (frame) => {
    latencies.push(performance.now() - sentAt);
    if (counter.count % SOCKETS === 0) onFrame(frame);
    counter.add();
  });
  const pids = [...side.instances.map(({ pid }) => pid), machine.redisPid];
  const deliver = async (seconds: number) => {
    const started = performance.now();
    const before = counter.count;
    latencies = [];
    const changes = Math.max(1, Math.round(seconds * CHANGES_A_SECOND));
    for (let change = 1; change <= changes; change++) {
      sentAt = performance.now();
      await side.change(shiftId);
      await counter.until(before + change * SOCKETS);
      const next = started + (change * 1000) / CHANGES_A_SECOND;
      await delay(Math.max(0, next - performance.now()));
    }
    return {
      count: counter.count - before,
      seconds: (performance.now() - started) / 1000,
      latencies,
    };
  };
  return (seconds) =>
    metered(
      () => cpuOfProcesses(pids),
      () => deliver(seconds),
    );
}
