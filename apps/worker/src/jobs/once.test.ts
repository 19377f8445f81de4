import { describe, expect } from 'vitest';
import { systemCtx } from '../tools.ts';
import { workerTest } from '../worker.fixture.ts';
import { BusyError, once } from './once.ts';

describe('once', () => {
  workerTest(
    'what was done is not done again; what failed is, by its own next run',
    async ({ ctx, tools }) => {
      const own = systemCtx(tools, ctx.orgId, 'test', ctx.log);
      const done: string[] = [];
      const fail = () => Promise.reject(new Error('no'));
      const act = async () => done.push('act');
      await expect(once(own, { key: 'k', again: false }, fail)).rejects.toThrow('no');
      // another job of the same key must wait: the first may still be at work
      await expect(once(own, { key: 'k', again: false }, act)).rejects.toBeInstanceOf(BusyError);
      await once(own, { key: 'k', again: true }, act);
      expect(await once(own, { key: 'k', again: true }, act)).toBeNull();
      expect(await once(own, { key: 'k', again: false }, act)).toBeNull();
      expect(done).toEqual(['act']);
    },
  );

  workerTest('a claim whose run died is taken over after a minute', async ({ ctx, tools, clock }) => {
    const own = systemCtx(tools, ctx.orgId, 'test', ctx.log);
    const fail = () => Promise.reject(new Error('died'));
    await expect(once(own, { key: 'k', again: false }, fail)).rejects.toThrow('died');
    clock.advance({ seconds: 59 });
    await expect(once(own, { key: 'k', again: false }, fail)).rejects.toBeInstanceOf(BusyError);
    clock.advance({ seconds: 1 });
    expect(await once(own, { key: 'k', again: false }, async () => 'done')).toBe('done');
  });

  workerTest('of many at once exactly one acts', async ({ ctx, tools, foreign }) => {
    let acted = 0;
    const act = async () => ++acted;
    const own = systemCtx(tools, ctx.orgId, 'test', ctx.log);
    const runs = Array.from({ length: 20 }, () => once(own, { key: 'k', again: false }, act));
    await Promise.allSettled(runs);
    expect(acted).toBe(1);
    // a key belongs to its organisation
    const other = systemCtx(tools, foreign.ctx.orgId, 'test', ctx.log);
    await once(other, { key: 'k', again: false }, act);
    expect(acted).toBe(2);
  });
});
