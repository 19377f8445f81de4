import { DeadlineError, withDeadline } from './deadline.ts';
import type { Logger } from './logger.ts';

export type ShutdownOptions = {
  log: Logger;
  /** for all steps together, in milliseconds; keep it under what the platform gives before it kills */
  deadlineMs?: number;
  /** ends the process; replaced only where the process must outlive its services */
  exit?: (code: number) => void;
};

export type Shutdown = {
  /** Registers what to close. Closed last-registered first, so register in the order of starting. */
  add: (name: string, close: () => unknown) => void;
  /** Closes everything once; later calls join the first. Exits with 0, or 1 if a step failed or the time was over. */
  run: (reason: string) => Promise<void>;
  /** Runs on SIGTERM and SIGINT. */
  listen: () => void;
};

/** Ordered graceful shutdown of a process. A step that fails does not keep the next from closing. */
export const createShutdown = (options: ShutdownOptions): Shutdown => {
  const { log, deadlineMs = 10_000, exit = (code) => process.exit(code) } = options;
  const steps: { name: string; close: () => unknown }[] = [];
  let running: Promise<void> | undefined;

  const closeAll = async (reason: string): Promise<void> => {
    const started = performance.now();
    const elapsed = () => Math.round(performance.now() - started);
    log.info({ reason, steps: steps.length }, 'shutting down');
    let failed = false;
    for (const { name, close } of steps.toReversed()) {
      try {
        await withDeadline((async () => close())(), Math.max(0, deadlineMs - elapsed()), `closing ${name}`);
        log.debug({ step: name, ms: elapsed() }, 'closed');
      } catch (error) {
        failed = true;
        log.error({ step: name, err: error, ms: elapsed() }, 'could not close');
        if (error instanceof DeadlineError && elapsed() >= deadlineMs) break;
      }
    }
    log.info({ ms: elapsed(), failed }, 'shut down');
    exit(failed ? 1 : 0);
  };

  const run = (reason: string): Promise<void> => (running ??= closeAll(reason));

  return {
    add: (name, close) => void steps.push({ name, close }),
    run,
    listen: () => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void run(signal));
    },
  };
};
