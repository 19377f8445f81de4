/** How long to measure. */
export type Pace = { rounds: number; seconds: number; warmSeconds: number };

export const FULL: Pace = { rounds: 5, seconds: 2.5, warmSeconds: 2 };
export const QUICK: Pace = { rounds: 3, seconds: 1, warmSeconds: 1 };
