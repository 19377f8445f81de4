/** `TRIALS=full` repeats as TRIALS.md's figures have it for a night; otherwise a few of each, for every change. */
export const full = process.env.TRIALS === 'full';

export const repeats = (few: number, many: number): number => (full ? many : few);

/**
 * Pass figures are of a machine that does nothing else and are held to with `TRIALS=full`. For every change what counts is
 * that nothing is lost and nothing hangs: a slow machine is given four times as long. `TRIALS_PATIENCE` says otherwise.
 */
const patience = Number(process.env.TRIALS_PATIENCE ?? (full ? 1 : 4));

export const within = (ms: number): number => ms * patience;

/** Milliseconds that the work took, and what it gave. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: Math.round(performance.now() - started), result };
}
