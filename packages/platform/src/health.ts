import { DeadlineError, withDeadline } from './deadline.ts';
import type { Logger } from './logger.ts';

export type HealthCheck = () => Promise<unknown>;
export type CheckResult = { status: 'ok' | 'failed' | 'timeout'; ms: number };
export type Health = { status: 'ok' | 'failing'; checks: Record<string, CheckResult> };

export type HealthOptions = {
  checks: Readonly<Record<string, HealthCheck>>;
  /** for each check, in milliseconds */
  timeoutMs?: number;
  log?: Logger;
};

/**
 * A readiness checker: runs every named check at once, each with its own deadline.
 * The answer may be public, so the reason of a failure goes to the log only, once per change.
 */
export const createHealth = ({ checks, timeoutMs = 1000, log }: HealthOptions): (() => Promise<Health>) => {
  const running = new Map<string, Promise<unknown>>();
  const failing = new Set<string>();

  // a check that hangs is joined by the next poll, not started again beside it
  const start = (name: string, check: HealthCheck): Promise<unknown> => {
    const work = running.get(name) ?? (async () => check())().finally(() => running.delete(name));
    running.set(name, work);
    return work;
  };

  const note = (name: string, error: unknown): void => {
    if (error === undefined && failing.delete(name)) log?.info({ check: name }, 'healthy again');
    if (error !== undefined && !failing.has(name)) {
      failing.add(name);
      log?.warn({ check: name, err: error }, 'health check failed');
    }
  };

  const run = async (name: string, check: HealthCheck): Promise<[string, CheckResult]> => {
    const started = performance.now();
    const result = (status: CheckResult['status']): [string, CheckResult] => [
      name,
      { status, ms: Math.round(performance.now() - started) },
    ];
    try {
      await withDeadline(start(name, check), timeoutMs, `health check ${name}`);
      note(name, undefined);
      return result('ok');
    } catch (error) {
      note(name, error ?? new Error('rejected without a reason'));
      return result(error instanceof DeadlineError ? 'timeout' : 'failed');
    }
  };

  return async () => {
    const results = await Promise.all(Object.entries(checks).map(([name, check]) => run(name, check)));
    const healthy = results.every(([, result]) => result.status === 'ok');
    return { status: healthy ? 'ok' : 'failing', checks: Object.fromEntries(results) };
  };
};
