import { expect } from 'vitest';
import { commitBehind } from '@vaktplan/db/database';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from './ctx.ts';
import { transact } from './transact.ts';

const nameNow = async ({ db, orgId }: Ctx) => {
  const [rows] = await db.read(orgId, [
    { name: 'name_now', text: 'select name from organizations', values: [] },
  ]);
  return rows?.[0]?.['name'];
};

dbTest(
  'work that swallows the error of a statement has not been committed, and hears so',
  async ({ ctx }) => {
    const rename = (name: string, thenFail: boolean) =>
      transact(ctx, 'test.rename', async (tx) => {
        await tx.$client.query('update organizations set name = $2 where id = $1', [ctx.orgId, name]);
        if (thenFail) await tx.$client.query('select 1 / 0').catch(() => undefined);
      });
    await rename('first', false);
    await expect(rename('second', true)).rejects.toThrow('rolled back');
    expect(await nameNow(ctx)).toBe('first');
  },
);

dbTest('of statements that went out together the one that failed by itself is told', async ({ ctx }) => {
  const together = transact(ctx, 'test.together', async (tx) => {
    const first = tx.$client.query('select 1 / 0').catch(() => undefined);
    await tx.$client.query('select 1');
    await first;
  });
  // not 25P02, which says that another one failed: deadlocks are tried again and constraints named by their own state
  await expect(together).rejects.toMatchObject({ code: '22012' });
});

dbTest('a commit that leaves with the last statements commits them', async ({ ctx }) => {
  const result = await transact(ctx, 'test.behind', async (tx) => {
    const renamed = tx.$client.query("update organizations set name = 'behind'");
    await commitBehind(tx, [renamed]);
    expect(await nameNow(ctx)).toBe('behind');
    return 'answered';
  });
  expect(result).toBe('answered');
});

dbTest('of statements that left with their commit one is refused: nothing has happened', async ({ ctx }) => {
  const before = await nameNow(ctx);
  const refused = transact(ctx, 'test.behind', async (tx) => {
    const renamed = tx.$client.query("update organizations set name = 'half done'");
    await commitBehind(tx, [renamed, tx.$client.query('select 1 / 0')]);
  });
  await expect(refused).rejects.toMatchObject({ code: '22012' });
  expect(await nameNow(ctx)).toBe(before);
  // its connection is as good as before
  await transact(ctx, 'test.after', (tx) => tx.$client.query("update organizations set name = 'after'"));
  expect(await nameNow(ctx)).toBe('after');
});
