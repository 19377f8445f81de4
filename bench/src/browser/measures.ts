/** One figure with the goal of the specification and the value at which the bench fails. */
export type Measure = {
  name: string;
  /** NaN = it could not be seen; `note` says why. */
  value: number;
  unit: string;
  goal: number;
  failAt: number;
  /** Of a score more is better. */
  higher?: boolean;
  note?: string;
};

export type Verdict = 'PASS' | 'missed' | 'FAIL' | 'not seen';

export function judge({ value, goal, failAt, higher }: Measure): Verdict {
  if (Number.isNaN(value)) return 'not seen';
  if (higher) return value >= goal ? 'PASS' : value >= failAt ? 'missed' : 'FAIL';
  if (value <= goal) return 'PASS';
  return value <= failAt ? 'missed' : 'FAIL';
}

const rounded = (value: number): string =>
  Number.isNaN(value)
    ? '-'
    : value >= 100
      ? String(Math.round(value))
      : String(Math.round(value * 100) / 100);

/** The table for people. */
export function printMeasures(measures: readonly Measure[], title = 'browser, 4x slower CPU'): void {
  console.log(`\n${title.padEnd(44)}${'seen'.padStart(10)}${'goal'.padStart(8)}${'fails'.padStart(8)}`);
  for (const measure of measures) {
    const { name, unit, value, goal, failAt, note } = measure;
    const line = `${name}${unit ? `, ${unit}` : ''}`.padEnd(44);
    const figures = [rounded(value).padStart(10), String(goal).padStart(8), String(failAt).padStart(8)].join(
      '',
    );
    console.log(`${line}${figures}  ${judge(measure)}${note ? `  (${note})` : ''}`);
  }
}
