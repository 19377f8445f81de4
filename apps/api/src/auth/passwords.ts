import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';

// OWASP's argon2id figures; m in KiB
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Lets `most` pieces of work run at once; the others wait in order. */
function createGate(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      // the place goes straight to the next one, so nobody can slip in between
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

// a storm of sign-ins leaves a core for everybody else
const gate = createGate(Math.max(1, availableParallelism() - 1));

/** argon2id in the thread pool, as better-auth wants it. */
export const passwords = {
  hash: (password: string): Promise<string> => gate(() => hash(password, COST)),
  verify: (given: { hash: string; password: string }): Promise<boolean> =>
    gate(() => verify(given.hash, given.password)),
};
