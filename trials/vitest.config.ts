import { defineConfig } from 'vitest/config';

/** As long as you like: `SOAK_SECONDS`. */
const soakMs = Number(process.env.SOAK_SECONDS ?? 0) * 1000;

/** Faults of docs/faults.md, done to the built services with servers of their own. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.trial.ts'],
    globalSetup: ['build.ts'],
    pool: 'forks',
    // most of a trial is waiting for something to recover
    maxWorkers: 2,
    testTimeout: soakMs + (process.env.TRIALS === 'full' ? 1_800_000 : 180_000),
    hookTimeout: 120_000,
    expect: { poll: { interval: 50, timeout: 30_000 } },
    env: { TZ: 'UTC' },
  },
});
