import { expect, test } from 'vitest';
import { createStored } from './stored';
import { memoryStore } from './stores/memory-store';

const rowOf = (owner: string, id: string) =>
  ({ id, owner, stream: 'inbox', body: { notificationId: id }, createdAt: 1, nextAt: 0 }) as const;
const fail = (error: unknown) => {
  throw error;
};

test('shows the newest of one person, and never anything of the one before', async () => {
  const store = memoryStore();
  await store.add(rowOf('ada', 'a'));
  await store.add(rowOf('bo', 'b'));
  const stored = createStored(store, fail);
  const shown: (string | undefined)[] = [];
  stored.subscribe(() => shown.push(stored.get()?.owner));
  const ada = stored.open('ada');
  const bo = stored.open('bo');
  expect(stored.get()).toBeNull();
  await Promise.all([ada, bo]);
  expect(stored.get()).toMatchObject({ owner: 'bo', rows: [{ id: 'b' }] });
  await store.add(rowOf('bo', 'c'));
  await Promise.all([stored.changed('ada'), stored.changed('bo'), stored.changed('bo')]);
  expect(stored.get()?.rows).toHaveLength(2);
  await stored.open(null);
  expect(stored.get()).toBeNull();
  expect(shown).not.toContain('ada');
});

test('a read that fails is told, and the next one works', async () => {
  const store = memoryStore();
  const told: unknown[] = [];
  let isBroken = true;
  const stored = createStored(
    {
      ...store,
      rows: (owner) => (isBroken ? Promise.reject(new Error('disk')) : store.rows(owner)),
    },
    (error) => told.push(error),
  );
  await stored.open('ada');
  expect(told).toHaveLength(1);
  isBroken = false;
  await stored.changed('ada');
  expect(stored.get()).toMatchObject({ owner: 'ada', completeAt: null });
});
