import { buffer, text } from 'node:stream/consumers';
import type { Table } from '@vaktplan/core/export/table';
import { expect, test } from 'vitest';
import { writeInThread } from './write-in-thread.ts';

const tableOf = (rows: number, more: Partial<Table> = {}): Table => ({
  name: 'Pay',
  currency: 'DKK',
  columns: [
    { header: 'Name', kind: 'text' },
    { header: 'Pay', kind: 'minor' },
  ],
  rows: Array.from({ length: rows }, (_, row) => [`=Łukasz ${row}`, 12_345]),
  ...more,
});

test('a long file arrives whole, in order', async () => {
  const file = await text(await writeInThread({ format: 'csv', table: tableOf(5000) }));
  const lines = file.trimEnd().split('\r\n');
  expect(lines).toHaveLength(5001);
  expect([lines[1], lines[5000]]).toEqual(["'=Łukasz 0,123.45", "'=Łukasz 4999,123.45"]);
});

test('more at once than threads: each gets its file', async () => {
  const files = await Promise.all(
    Array.from({ length: 5 }, async () =>
      buffer(await writeInThread({ format: 'xlsx', tables: [tableOf(600)] })),
    ),
  );
  expect(files.map((file) => file.subarray(0, 2).toString())).toEqual(Array.from({ length: 5 }, () => 'PK'));
});

test('what goes wrong in the thread comes out, and one that goes away frees its place', async () => {
  const wrong = { format: 'csv', table: tableOf(5, { currency: 'no currency' }) } as const;
  for (let time = 0; time < 3; time++) {
    const failed = writeInThread(wrong).then((file) => text(file));
    await expect(failed).rejects.toThrow();
    (await writeInThread({ format: 'csv', table: tableOf(5000) })).destroy();
  }
  expect(await text(await writeInThread({ format: 'csv', table: tableOf(1) }))).toContain('123.45');
});
