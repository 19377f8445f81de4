import { CLOCK_SKEW_MS } from '../time-entry.rules.ts';

/** What the two clocks of a device said at a punch that waited on it. Milliseconds; `at`: when the punch counts. */
export type Reading = { id: string; bootId: string; claimed: number; monotonicMs: number; at: number };

/** A quartz may run so much fast or slow. */
const DRIFT = 1e-4;

/** Was the device's clock set in between? Then one of its times is wrong, and nobody can say which. */
function disagree(a: Reading, b: Reading): boolean {
  const elapsed = a.monotonicMs - b.monotonicMs;
  const wrong = Math.abs(a.claimed - b.claimed - elapsed);
  return a.bootId === b.bootId && wrong > CLOCK_SKEW_MS + DRIFT * Math.abs(elapsed);
}

/** The readings that some other one contradicts: the same ones in whatever pieces they came. */
export const contradicted = (readings: readonly Reading[]): Reading[] =>
  readings.filter((one) => readings.some((other) => disagree(one, other)));
