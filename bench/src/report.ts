import { cpuEach, medianOf, perSecond, ratioOf, type Round, type Side } from './rounds.ts';
import { quantile } from './statistics.ts';

export type Goal =
  | { of: 'requests/s'; atLeast: number }
  | { of: 'CPU each'; atMost: number }
  | { of: 'p50'; atMost: number };

/** Bytes of one answer after gzip, and the most that ours may be of the floor's. */
export type Sizes = { ours: number; floor: number; atMost: number };
export type Result = {
  job: string;
  floor: string;
  unit: string;
  goal: Goal;
  rounds: Round[];
  sizes?: Sizes;
  note?: string;
};

const at = (share: number) => (side: Side) => quantile(side.latencies, share);
const valueOf = { 'requests/s': perSecond, 'CPU each': cpuEach, p50: at(0.5) };

const fits = ({ ours, floor, atMost }: Sizes): boolean => ours / floor <= atMost;

/** Did the job reach its goals, and the first with which ratio? */
export function judge({ goal, rounds, sizes }: Result): { reached: number; passed: boolean } {
  const reached = ratioOf(rounds, valueOf[goal.of]);
  const enough = 'atLeast' in goal ? reached >= goal.atLeast : reached <= goal.atMost;
  return { reached, passed: enough && (!sizes || fits(sizes)) };
}

const number = (value: number): string =>
  Number.isFinite(value) ? value.toPrecision(3).replace(/e\+.*/, '') : '-';
const plain = (value: number): string => (value >= 1000 ? Math.round(value).toString() : number(value));

const PLURALS: Readonly<Record<string, string>> = { delivery: 'deliveries', punch: 'punches' };

function lines(result: Result): string[][] {
  const { job, floor, unit, goal, rounds, sizes, note } = result;
  const { reached, passed } = judge(result);
  const both = (value: (side: Side) => number, scale = 1): string[] => [
    plain(medianOf(rounds, 'ours', value) * scale),
    plain(medianOf(rounds, 'floor', value) * scale),
    `${number(ratioOf(rounds, value))}x`,
  ];
  const sign = 'atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`;
  return [
    [`${job}  |  floor: ${floor}`],
    [`  ${PLURALS[unit] ?? `${unit}s`} per second`, ...both(perSecond)],
    [`  CPU ms per ${unit}`, ...both(cpuEach)],
    ['  p50 ms', ...both(at(0.5))],
    ['  p99 ms', ...both(at(0.99))],
    ...(sizes
      ? [
          [
            '  bytes after gzip',
            plain(sizes.ours),
            plain(sizes.floor),
            `${number(sizes.ours / sizes.floor)}x`,
          ],
        ]
      : []),
    [
      `  goal: ${goal.of} ${sign} of the floor's: ${number(reached)}${sizes ? `, bytes <= ${sizes.atMost}` : ''}  ${passed ? 'PASS' : 'MISSED'}${note ? `  (${note})` : ''}`,
    ],
  ];
}

/** The table for people: ours, the floor's and their ratio, medians over the rounds. */
export function printReport(results: readonly Result[]): void {
  console.log(`\n${''.padEnd(34)}${['ours', 'floor', 'ratio'].map((text) => text.padStart(10)).join('')}`);
  for (const row of results.flatMap(lines)) {
    const [name = '', ...values] = row;
    console.log(values.length === 0 ? name : name.padEnd(34) + values.map((v) => v.padStart(10)).join(''));
  }
}
