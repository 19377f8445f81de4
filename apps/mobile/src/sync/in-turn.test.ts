import { expect, test } from 'vitest';
import { inTurn } from './in-turn';

/** Work that ends when it is told to, and says which of its runs it was. */
function slowWork() {
  const ends: { well: () => void; badly: () => void }[] = [];
  const work = () => {
    const nr = ends.length + 1;
    return new Promise<number>((resolve, reject) =>
      ends.push({ well: () => resolve(nr), badly: () => reject(new Error(`run ${nr}`)) }),
    );
  };
  return { ends, work };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('who asks while one runs gets one that starts after it, the same for all who ask', async () => {
  const { ends, work } = slowWork();
  const turn = inTurn();
  const first = turn('o', work);
  const [second, third] = [turn('o', work), turn('o', work)];
  await settled();
  expect(ends).toHaveLength(1);
  ends[0]?.well();
  await settled();
  expect(ends).toHaveLength(2);
  // the second runs: this one is too late for it
  const fourth = turn('o', work);
  ends[1]?.well();
  await settled();
  ends[2]?.well();
  expect(await Promise.all([first, second, third, fourth])).toEqual([1, 2, 2, 3]);
  await settled();
  expect(ends).toHaveLength(3);
});

test('one that fails is followed all the same, and tells only those who asked for it', async () => {
  const { ends, work } = slowWork();
  const turn = inTurn();
  const first = turn('o', work);
  const second = turn('o', work);
  const failed = first.catch((error: unknown) => error);
  ends[0]?.badly();
  expect(await failed).toEqual(new Error('run 1'));
  await settled();
  ends[1]?.well();
  expect(await second).toBe(2);
  const third = turn('o', work);
  ends[2]?.well();
  expect(await third).toBe(3);
});

test('other keys do not wait', async () => {
  const { ends, work } = slowWork();
  const turn = inTurn();
  const both = [turn('a', work), turn('b', work)];
  expect(ends).toHaveLength(2);
  for (const { well } of ends) well();
  expect(await Promise.all(both)).toEqual([1, 2]);
});
