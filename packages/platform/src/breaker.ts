import CircuitBreaker from 'opossum';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { RetryableError } from './retry.ts';

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Not called at all: the upstream failed too often just now. */
export class BreakerOpenError extends Error {
  constructor(upstream: string) {
    super(`${upstream} is not called for now: too many of its last calls failed`);
    this.name = 'BreakerOpenError';
  }
}

export type BreakerOptions<Args extends unknown[], Result> = {
  /** the upstream's name: one breaker per upstream in a process, never one per tenant */
  upstream: string;
  /** must stop when the signal aborts, which it does after `timeoutMs` */
  call: (signal: AbortSignal, ...args: Args) => Promise<Result>;
  timeoutMs: number;
  /** false for an answer that says nothing about the upstream's health, such as a 400 */
  isFailure?: (error: unknown) => boolean;
  /** open when this share of at least `minimumCalls` in ten seconds failed */
  failurePercent?: number;
  minimumCalls?: number;
  /** how long it stays open before one call is tried */
  resetMs?: number;
  log?: Logger;
  metrics?: Metrics;
};

export type Breaker<Args extends unknown[], Result> = {
  /** @throws BreakerOpenError, RetryableError after a timeout, or the call's own error */
  call: (...args: Args) => Promise<Result>;
  state: () => BreakerState;
  close: () => void;
};

const gaugeValue = { closed: 0, 'half-open': 1, open: 2 } as const;

/** Guards one upstream: a deadline for each call, and quick refusal while it is down. */
export const createBreaker = <Args extends unknown[], Result>(
  options: BreakerOptions<Args, Result>,
): Breaker<Args, Result> => {
  const { upstream, call, timeoutMs, isFailure = () => true, log } = options;

  const withSignal = async (...args: Args): Promise<Result> => {
    const stop = new AbortController();
    // opossum's timeout leaves the work running; this ends it
    const timer = setTimeout(
      () => stop.abort(new RetryableError(`${upstream} took over ${timeoutMs} ms`)),
      timeoutMs,
    );
    try {
      return await call(stop.signal, ...args);
    } finally {
      clearTimeout(timer);
    }
  };

  const circuit = new CircuitBreaker<Args, Result>(withSignal, {
    name: upstream,
    timeout: timeoutMs,
    errorThresholdPercentage: options.failurePercent ?? 50,
    volumeThreshold: options.minimumCalls ?? 5,
    resetTimeout: options.resetMs ?? 10_000,
    errorFilter: (error: unknown) => !isFailure(error),
  });

  const gauge = options.metrics?.gauge({
    name: 'upstream_breaker_state',
    help: 'Circuit breaker of an upstream: 0 closed, 1 half-open, 2 open',
    labels: ['upstream'],
  });
  gauge?.set({ upstream }, gaugeValue.closed);
  const note = (state: BreakerState): void => {
    gauge?.set({ upstream }, gaugeValue[state]);
    log?.[state === 'open' ? 'warn' : 'info']({ upstream, state }, 'circuit breaker');
  };
  circuit.on('open', () => note('open'));
  circuit.on('halfOpen', () => note('half-open'));
  circuit.on('close', () => note('closed'));

  return {
    call: async (...args) => {
      try {
        return await circuit.fire(...args);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EOPENBREAKER') throw new BreakerOpenError(upstream);
        if (code === 'ETIMEDOUT' && error instanceof Error && CircuitBreaker.isOurError(error)) {
          throw new RetryableError(`${upstream} took over ${timeoutMs} ms`, { cause: error });
        }
        throw error;
      }
    },
    state: () => (circuit.opened ? 'open' : circuit.halfOpen ? 'half-open' : 'closed'),
    close: () => circuit.shutdown(),
  };
};
