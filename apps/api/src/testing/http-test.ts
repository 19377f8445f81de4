import { dbTest } from '@vaktplan/testing/db-test';
import { createTestApp, type Signed, type TestApp } from './create-test-app.ts';

type Fixtures = {
  app: TestApp;
  /** The owner of `ctx`'s organisation, signed in. */
  owner: Signed;
};

/** A test through HTTP: `dbTest` with the real application on its database (one a file, with a clock of its own). */
export const httpTest = dbTest.extend<Fixtures>({
  app: [
    async ({ testDatabase }, use) => {
      const app = await createTestApp(testDatabase);
      await use(app);
      await app.close();
    },
    { scope: 'file' },
  ],
  owner: async ({ app, ctx }, use) => {
    if (ctx.actor.kind !== 'user') throw new Error('ctx has no user');
    await use(await app.as(ctx.actor, ctx.orgId));
  },
});
