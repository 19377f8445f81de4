/**
 * An error whose message is one sentence for the person at the terminal, with the way out in it.
 * It is printed without a stack trace.
 */
export class PlainError extends Error {}

/** Prints a PlainError as its sentence and anything else with its stack. @param {unknown} error */
export function reportError(error) {
  if (error instanceof PlainError) console.error(`\n${error.message}`);
  else console.error(error);
}

/**
 * Runs one step and prints its name with the seconds it took.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = performance.now();
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${name.padEnd(34)} ${seconds.padStart(6)} s`);
  return result;
}
