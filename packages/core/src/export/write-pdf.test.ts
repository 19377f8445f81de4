import { expect, test } from 'vitest';
import type { Table } from './table.ts';
import { writePdf } from './write-pdf.ts';

const tableOf = (rows: number): Table => ({
  name: 'People',
  currency: 'DKK',
  columns: [
    { header: 'Name', kind: 'text' },
    { header: 'Hours', kind: 'minutes', width: 8 },
  ],
  rows: Array.from({ length: rows }, (_, index) => [
    index % 2 ? 'Łukasz Ærø Çelik Ελένη Юлия' : 'سارة 你好 👩‍🍳 \uD800',
    450,
  ]),
});
const print = (rows: number) =>
  writePdf({
    title: 'Week',
    subtitle: 'Nørrebro',
    landscape: true,
    footer: '{page} / {pages}',
    tables: [tableOf(rows)],
  });
const pagesOf = (file: Buffer) => file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

test('a long table runs over pages, in any script', async () => {
  const [short, long] = await Promise.all([print(3), print(200)]);
  expect(short.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pagesOf(short)).toBe(1);
  expect(pagesOf(long)).toBeGreaterThan(4);
});

test('nothing to print is a page that says so much', async () => {
  expect(pagesOf(await print(0))).toBe(1);
});
