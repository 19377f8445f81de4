import type { Ctx } from '@vaktplan/core/context/ctx';
import type { Make } from '@vaktplan/testing/make';
import { createWorld, type World } from './attack-world.ts';
import type { Signed, TestApp } from './create-test-app.ts';
import { httpTest } from './http-test.ts';

export type Stage = { orgId: string; world: World; boss: Signed; peer: Signed; elsewhere: Signed };

/** Two organisations with everything in them, and their people signed in. */
export const attackTest = httpTest.extend<{ home: Stage; abroad: Stage }>({
  home: async ({ app, ctx, make }, use) => use(await stage(app, ctx, make)),
  abroad: async ({ app, foreign }, use) => use(await stage(app, foreign.ctx, foreign.make)),
});

async function stage(app: TestApp, ctx: Ctx, make: Make): Promise<Stage> {
  const world = await createWorld(ctx, make, app.services.env);
  const [boss, peer, elsewhere] = await Promise.all([
    app.as(world.boss, ctx.orgId),
    app.as(world.peer, ctx.orgId),
    app.as(world.elsewhere, ctx.orgId),
  ]);
  return { orgId: ctx.orgId, world, boss, peer, elsewhere };
}
