import { buffer, text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from './table.ts';
import { writeCsv } from './write-csv.ts';

const names = (...rows: string[]): Table => ({
  name: 'Names',
  columns: [{ header: 'Name', kind: 'text' }],
  rows: rows.map((name) => [name]),
});
const read = (csv: string) => parse(csv, { bom: true, record_delimiter: '\r\n' });

test.each(['=HYPERLINK("http://x","y")', '+1', '-1', '@x', '\t=1', '\r=1', '＝1'])(
  '%j is defused',
  async (name) => {
    expect(read(await text(writeCsv(names(name))))).toEqual([['Name'], [`'${name}`]]);
  },
);

test('a header that looks like a formula is defused as well', async () => {
  const table: Table = { name: '', columns: [{ header: '=x', kind: 'text' }], rows: [] };
  expect((await buffer(writeCsv(table))).toString()).toBe("\uFEFF'=x\r\n");
});

test('figures: hours, whole numbers and money of 0, 2 and 3 decimals, negative ones untouched', async () => {
  const table = (currency: string): Table => ({
    name: 'Pay',
    currency,
    columns: [
      { header: 'Hours', kind: 'minutes' },
      { header: 'Shifts', kind: 'integer' },
      { header: 'Pay', kind: 'minor' },
    ],
    rows: [
      [450, 3, 123_456],
      [-20, 0, -5],
      [null, null, null],
    ],
  });
  const money = async (currency: string) => read(await text(writeCsv(table(currency)))).map((row) => row[2]);
  expect(read(await text(writeCsv(table('DKK'))))[2]).toEqual(['-0.33', '0', '-0.05']);
  expect(await money('DKK')).toEqual(['Pay', '1234.56', '-0.05', '']);
  expect(await money('JPY')).toEqual(['Pay', '123456', '-5', '']);
  expect(await money('KWD')).toEqual(['Pay', '123.456', '-0.005', '']);
});

test('whatever the text, it is read back as one cell, and none starts a formula', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('=', '"', ',', '\r', '\n', '\t', ';', ' ', 'å') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (cells) => {
      const csv = await text(
        writeCsv({
          ...names(),
          rows: cells.map((one) => [one, 'end']),
          columns: [
            { header: 'a', kind: 'text' },
            { header: 'b', kind: 'text' },
          ],
        }),
      );
      const [, ...rows] = read(csv);
      expect(rows.map(([first]) => first?.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, ''))).toEqual(cells);
      for (const [first] of rows) expect(first).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test('an error of the rows ends the stream with it', async () => {
  const failing = function* () {
    yield ['first'];
    throw new Error('the database went away');
  };
  await expect(text(writeCsv({ ...names(), rows: failing() }))).rejects.toThrow('the database went away');
});
