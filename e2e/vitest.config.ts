import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/** Browser journeys against the whole product, started once as a user starts it. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.e2e.ts'],
    globalSetup: ['stack.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // files of a worker share its browser; each journey has its own profile
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // a browser on a busy machine now and then loses a race that no person would; what fails twice is a fault
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
