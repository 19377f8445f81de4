import { describe, expect, it } from 'vitest';
import { gather } from './gather.ts';

/** A run that waits until it is let go, and tells what was run together. */
function held() {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const run = async (items: readonly number[]) => {
    batches.push([...items]);
    await new Promise<void>((open) => gates.push(open));
    return items.map((item) => (item < 0 ? { refusal: new Error(`no ${item}`) } : { answer: item * 10 }));
  };
  const turn = () => new Promise((done) => setImmediate(done));
  const open = async () => {
    gates.shift()?.();
    // the batch ends, and the next look at what waits
    await turn();
    await turn();
  };
  return { batches, run, turn, open };
}

describe('gather', () => {
  it('a lone item goes at once; what comes meanwhile goes together', async () => {
    const { batches, run, turn, open } = held();
    const ask = gather({ keyOf: () => 'one', run, mostAtOnce: 1 });
    const first = ask(1);
    await turn();
    expect(batches).toEqual([[1]]);
    const rest = [2, -3, 4].map(ask);
    const settled = Promise.allSettled(rest);
    await turn();
    expect(batches).toEqual([[1]]);
    await open();
    expect(await first).toBe(10);
    expect(batches).toEqual([[1], [2, -3, 4]]);
    await open();
    expect(await settled).toMatchObject([{ value: 20 }, { reason: { message: 'no -3' } }, { value: 40 }]);
  });

  it('beside others as many go as are on their way, not the first few', async () => {
    const { batches, run, turn, open } = held();
    const ask = gather({ keyOf: () => 'one', run, mostAtOnce: 2 });
    const first = [1, 2, 3].map(ask);
    await turn();
    const next = [4, 5].map(ask);
    await turn();
    expect(batches).toEqual([[1, 2, 3]]);
    next.push(ask(6));
    await turn();
    expect(batches).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const last = ask(7);
    await open();
    await open();
    expect(batches.at(-1)).toEqual([7]);
    await open();
    expect(await Promise.all([...first, ...next, last])).toEqual([10, 20, 30, 40, 50, 60, 70]);
  });

  it('keeps keys apart and batches small', async () => {
    const { batches, run, turn, open } = held();
    const ask = gather({ keyOf: (item: number) => String(item % 2), run, mostTogether: 2, mostAtOnce: 1 });
    const all = Promise.all([1, 2, 3, 4, 5].map(ask));
    await turn();
    expect(batches).toEqual([
      [1, 3],
      [2, 4],
    ]);
    await open();
    await open();
    expect(batches.at(-1)).toEqual([5]);
    await open();
    expect(await all).toEqual([10, 20, 30, 40, 50]);
  });

  it('when a run breaks, each is tried alone and only the culprit is refused', async () => {
    const ran: number[][] = [];
    const ask = gather({
      keyOf: () => 'one',
      run: async (items: readonly number[]) => {
        ran.push([...items]);
        if (items.includes(2)) throw new Error('broken by 2');
        return items.map((item) => ({ answer: item }));
      },
    });
    const settled = await Promise.allSettled([1, 2, 3].map(ask));
    expect(settled).toMatchObject([{ value: 1 }, { reason: { message: 'broken by 2' } }, { value: 3 }]);
    expect(ran).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  it('an outcome that is missing is an error, not a hang', async () => {
    const ask = gather({ keyOf: () => 'one', run: () => Promise.resolve([]) });
    await expect(ask(1)).rejects.toThrow('without an outcome');
  });
});
