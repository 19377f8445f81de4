import { createTestApp, type TestApp } from './create-test-app.ts';
import { httpTest } from './http-test.ts';

/** Two instances side by side on one database and one Redis, as behind a load balancer. */
export const pairTest = httpTest.extend<{ pair: readonly [TestApp, TestApp] }>({
  pair: [
    async ({ testDatabase }, use) => {
      const env = { REALTIME_RECHECK_MS: '100' };
      const pair = [
        await createTestApp(testDatabase, { env }),
        await createTestApp(testDatabase, { env }),
      ] as const;
      await use(pair);
      await Promise.all(pair.map((app) => app.close()));
    },
    { scope: 'file' },
  ],
});
