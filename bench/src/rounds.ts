import { median } from './statistics.ts';

/** What one side did in one round. */
export type Side = {
  /** Requests, or deliveries. */
  count: number;
  seconds: number;
  cpuMs: number;
  latencies: number[];
};
export type Round = { ours: Side; floor: Side };

/** Runs both sides in turn, each round beginning with the other one, so that what drifts drifts for both. */
export async function interleave(
  rounds: number,
  sides: { ours: () => Promise<Side>; floor: () => Promise<Side> },
): Promise<Round[]> {
  const done: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const floor = await sides.floor();
      done.push({ floor, ours: await sides.ours() });
    } else {
      const ours = await sides.ours();
      done.push({ ours, floor: await sides.floor() });
    }
  }
  return done;
}

/** The median over the rounds of ours divided by the floor's, compared only within a round. */
export const ratioOf = (rounds: readonly Round[], value: (side: Side) => number): number =>
  median(rounds.map(({ ours, floor }) => value(ours) / value(floor)));

export const medianOf = (
  rounds: readonly Round[],
  side: keyof Round,
  value: (side: Side) => number,
): number => median(rounds.map((round) => value(round[side])));

export const perSecond = ({ count, seconds }: Side): number => count / seconds;
export const cpuEach = ({ count, cpuMs }: Side): number => cpuMs / count;

/** Measures what the work costs, by a function that tells the CPU milliseconds used so far. */
export async function metered(
  cpu: () => number,
  work: () => Promise<{ count: number; seconds: number; latencies: number[] }>,
): Promise<Side> {
  const before = cpu();
  const { count, seconds, latencies } = await work();
  return { count, seconds, latencies, cpuMs: cpu() - before };
}
