import type { Metrics } from '@vaktplan/platform/metrics';
import type { WriteMarks } from '@vaktplan/platform/write-marks';
import type { Tracing } from '@vaktplan/platform/tracing';
import type { Pool, PoolClient } from 'pg';
import { BATCH, claimEvents, finishEvents } from './claim-events.ts';
import { dispatchEvents, type Outlets } from './dispatch-events.ts';
import { createDoorbell } from './doorbell.ts';
import { startEventSpans } from './event-spans.ts';
import { redeliverAfterLoss } from './redeliver.ts';
import { markWrites } from './mark-writes.ts';
import { createRelayMetrics } from './relay-metrics.ts';

export type RelayOptions = Outlets & {
  /** connections of the role vaktplan_relay */
  pool: Pool;
  metrics: Metrics;
  /** the key that tells whether Redis is still the server it was */
  mark: string;
  /** how often it looks when nobody rings, in milliseconds */
  pollMs?: number;
  /** a turn that takes longer than this hangs, in milliseconds */
  longestTurnMs?: number;
  /** failing without a break for longer than this is no longer bad luck, in milliseconds */
  longestFailingMs?: number;
  /** where the API reads from a replica: what is told now must be there when somebody looks */
  markWrite?: WriteMarks['mark'] | undefined;
  /** undefined: nothing is traced */
  tracing?: Tracing | undefined;
  /** told after Redis turned out to have lost everything, job schedulers included */
  onLoss?: () => void;
};

export type Relay = {
  /** There is something to dispatch. */
  nudge: () => void;
  /** @throws when one turn has taken so long that the relay must be taken for dead */
  check: () => Promise<void>;
  /** @throws when nothing has succeeded for so long that, with Postgres and Redis well, the fault must be our own */
  checkProgress: () => Promise<void>;
  /** Age of the oldest event that waits, as this relay saw it last. */
  lagSeconds: () => number;
  /** Finishes the batch at hand and ends. */
  stop: () => Promise<void>;
};

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/**
 * Moves events from the table to Redis until stopped. A batch is marked after it has been handed over and in the
 * transaction that holds it: a crash anywhere repeats the batch, and nothing is ever lost.
 */
export function startRelay(options: RelayOptions): Relay {
  const {
    pool,
    redis,
    log,
    mark,
    pollMs = 1_000,
    longestTurnMs = 30_000,
    longestFailingMs = 60_000,
    onLoss,
  } = options;
  const metrics = createRelayMetrics(options.metrics);
  const bell = createDoorbell();
  let stopping = false;
  let failures = 0;
  let succeededAt = performance.now();
  let lag = 0;
  let turnStarted: number | undefined;
  let mayHaveLost = true;
  const reconnected = (): void => {
    mayHaveLost = true;
    bell.ring();
  };
  redis.on('ready', reconnected);

  const setLag = (seconds: number): void => {
    lag = seconds;
    metrics.lag.set(seconds);
  };

  const relayBatch = async (client: PoolClient): Promise<number> => {
    const claimed = await claimEvents(client);
    setLag(claimed[0]?.ageSeconds ?? 0);
    if (claimed.length === 0) {
      await client.query('rollback');
      return 0;
    }
    await markWrites(client, claimed, options.markWrite);
    const spans = startEventSpans(options.tracing, claimed);
    try {
      await dispatchEvents(claimed, options, spans.carriedBy);
      await finishEvents(client, claimed);
    } catch (error) {
      spans.end(error);
      throw error;
    }
    spans.end();
    metrics.batch.observe(claimed.length);
    for (const { event, ageSeconds } of claimed) {
      metrics.dispatched.inc({ event: event.eventType });
      metrics.delay.observe(ageSeconds);
    }
    return claimed.length;
  };

  const checkLoss = async (): Promise<void> => {
    mayHaveLost = false;
    try {
      const loss = await redeliverAfterLoss(pool, redis, mark);
      if (loss === undefined) return;
      const level = loss.events > 0 ? 'warn' : 'info';
      log[level](loss, 'another Redis than before: what it may have lost is told again');
      if (loss.lost === 'everything') onLoss?.();
    } catch (error) {
      mayHaveLost = true;
      throw error;
    }
  };

  /** @returns whether there may be more */
  const turn = async (): Promise<boolean> => {
    if (mayHaveLost) await checkLoss();
    const count = await inTransaction(pool, relayBatch);
    if (count < BATCH) setLag(0);
    return count === BATCH;
  };

  const run = async (): Promise<void> => {
    if (redis.status !== 'ready') await bell.wait(pollMs);
    while (!stopping) {
      turnStarted = performance.now();
      let waitMs = pollMs;
      try {
        if (await turn()) waitMs = 0;
        if (failures > 0) log.info({ failures }, 'relay works again');
        failures = 0;
        succeededAt = performance.now();
      } catch (err) {
        metrics.failures.inc();
        if (failures++ === 0) log.warn({ err }, 'relay failed: the batch is kept and tried again');
        waitMs = Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures, 10), LONGEST_WAIT_MS);
      }
      turnStarted = undefined;
      if (waitMs > 0) await bell.wait(waitMs);
    }
  };
  const ended = run();

  return {
    nudge: bell.ring,
    lagSeconds: () => lag,
    check: async () => {
      if (turnStarted !== undefined && performance.now() - turnStarted > longestTurnMs)
        throw new Error('the relay hangs');
    },
    checkProgress: async () => {
      if (failures > 0 && performance.now() - succeededAt > longestFailingMs)
        throw new Error(`the relay has failed ${failures} times in a row`);
    },
    stop: async () => {
      stopping = true;
      bell.ring();
      await ended;
      redis.off('ready', reconnected);
    },
  };
}

const inTransaction = async (pool: Pool, work: (client: PoolClient) => Promise<number>): Promise<number> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
};
