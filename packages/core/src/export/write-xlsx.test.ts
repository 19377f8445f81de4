import { buffer } from 'node:stream/consumers';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Table } from './table.ts';
import { writeXlsx } from './write-xlsx.ts';

const NAMES = [
  '=HYPERLINK("http://x")',
  '+1',
  '@x',
  '1\tTab',
  '-5',
  "O'Neill & <Søn>",
  'سارة',
  'a\nb',
  'Nul\u0000\u0001',
  'half \uD800',
];
const table: Table = {
  name: 'Week 49 / [Bar]: a name that is much longer than Excel likes',
  currency: 'DKK',
  columns: [
    { header: 'Name', kind: 'text' },
    { header: 'Hours', kind: 'minutes' },
    { header: 'Cost', kind: 'minor' },
  ],
  rows: NAMES.map((name) => [name, 450, 12_345]),
};

test('text stays text, figures are figures, and the file can be read', async () => {
  const file = await buffer(await writeXlsx([table, { ...table, name: 'Second', rows: [] }]));
  const [first, second] = await readExcelFile(file);
  expect([first?.sheet, second?.sheet]).toEqual(['Week 49    Bar   a name that is', 'Second']);
  const rows = first?.data ?? [];
  expect(rows[0]).toEqual(['Name', 'Hours', 'Cost']);
  expect(rows.slice(1).map((row) => row[0])).toEqual([...NAMES.slice(0, -2), 'Nul', 'half']);
  expect(rows[1]?.slice(1)).toEqual([7.5, 123.45]);
  const sheet = file.toString('latin1');
  expect(sheet).not.toContain('<f>');
});
