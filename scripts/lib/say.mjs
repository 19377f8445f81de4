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

/** @param {number} started from performance.now() */
export const secondsSince = (started) => `${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`;

/**
 * Runs one step, printing its name when it begins and the seconds it took when it ends.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = performance.now();
  process.stdout.write(`  ${name.padEnd(40)}`);
  try {
    const result = await work();
    console.log(secondsSince(started));
    return result;
  } catch (error) {
    console.log(`${secondsSince(started)}  failed`);
    throw error;
  }
}
