/** How long to measure. */
export type Pace = { rounds: number; seconds: number; warmSeconds: number };

export const FULL: Pace = { rounds: 5, seconds: 2.5, warmSeconds: 2 };
export const QUICK: Pace = { rounds: 3, seconds: 1, warmSeconds: 1 };

/**
 * How often two thousand people come before it is measured: V8 compiles what is used much, on a thread of its own, until
 * some 12,000 taps have been taken (0.29 ms of the API each, 0.18 after), and once more at about 20,000. A floor takes as
 * many in the two seconds of its own warm-up.
 */
export const WARM_PASSES = 14;
