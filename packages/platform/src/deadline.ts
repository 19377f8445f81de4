/** Something took longer than it was given. */
export class DeadlineError extends Error {
  constructor(what: string, ms: number) {
    super(`${what} took longer than ${ms} ms`);
    this.name = 'DeadlineError';
  }
}

/** The promise's own outcome, or a DeadlineError after `ms`. The work itself goes on: pass it a signal if it can stop. */
export const withDeadline = async <T>(work: Promise<T>, ms: number, what: string): Promise<T> => {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DeadlineError(what, ms)), ms);
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
};
