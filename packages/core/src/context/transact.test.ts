import { expect } from 'vitest';
import { dbTest } from '@vaktplan/testing/db-test';
import { transact } from './transact.ts';

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
    const [rows] = await ctx.db.read(ctx.orgId, [
      { name: 'name_now', text: 'select name from organizations', values: [] },
    ]);
    expect(rows).toEqual([{ name: 'first' }]);
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
