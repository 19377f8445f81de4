import { expect, test } from 'vitest';
import { nodeSqlite } from './node-sqlite.fixture';
import { serialTransactions } from './sql-database';

const opened = () =>
  serialTransactions(async () => {
    const connection = await nodeSqlite(':memory:')();
    await connection.execAsync('CREATE TABLE notes (text TEXT NOT NULL)');
    return connection;
  });

test('what fails half way leaves nothing, and the next one works', async () => {
  const transact = opened();
  const write = (text: string | null) =>
    transact(async (tx) => {
      await tx.runAsync('INSERT INTO notes VALUES (?)', ['half']);
      await tx.runAsync('INSERT INTO notes VALUES (?)', [text]);
    });
  await expect(write(null)).rejects.toThrow('NOT NULL');
  await write('whole');
  expect(await transact((tx) => tx.getAllAsync('SELECT text FROM notes', []))).toEqual([
    { text: 'half' },
    { text: 'whole' },
  ]);
});

test('one after the other: none sees half of another', async () => {
  const transact = opened();
  const count = () =>
    transact(async (tx) => {
      const seen = await tx.getFirstAsync<{ n: number }>('SELECT count(*) AS n FROM notes', []);
      await tx.runAsync('INSERT INTO notes VALUES (?)', ['a']);
      await tx.runAsync('INSERT INTO notes VALUES (?)', ['b']);
      return seen?.n;
    });
  expect(await Promise.all([count(), count(), count()])).toEqual([0, 2, 4]);
});

test('a file that could not be opened is tried again', async () => {
  let tries = 0;
  const transact = serialTransactions(async () => {
    tries += 1;
    if (tries === 1) throw new Error('locked');
    return nodeSqlite(':memory:')();
  });
  await expect(transact(async () => 1)).rejects.toThrow('locked');
  expect(await transact(async () => 2)).toBe(2);
});
