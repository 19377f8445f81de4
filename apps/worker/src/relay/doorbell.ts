export type Doorbell = {
  /** Ends the wait that is going on, or the next one. */
  ring: () => void;
  /** Waits `ms` milliseconds, or less if it rings. */
  wait: (ms: number) => Promise<void>;
};

/** A wait that can be cut short. A ring while nobody waits is not lost: the next wait ends at once. */
export function createDoorbell(): Doorbell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (ms) => {
      if (!rung) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, ms);
        wake = resolve;
        await promise;
        clearTimeout(timer);
        wake = undefined;
      }
      rung = false;
    },
  };
}
