const PATIENCE_MS = 10_000;

/** Counts what arrives and lets one wait until a number of them have. */
export function createCounter() {
  let count = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let arrived: (() => void) | undefined;
  return {
    add: (): void => {
      if (++count >= wanted) arrived?.();
    },
    /** Waits for so many more than `from`. @throws when some are missing after ten seconds */
    until: async (total: number): Promise<void> => {
      if (count >= total) return;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const timer = setTimeout(
        () => reject(new Error(`${total - count} of ${total} messages did not arrive`)),
        PATIENCE_MS,
      );
      wanted = total;
      arrived = resolve;
      await promise.finally(() => clearTimeout(timer));
      wanted = Number.POSITIVE_INFINITY;
    },
    get count() {
      return count;
    },
  };
}
