import type { Ctx } from '../context/ctx.ts';
import type { Exported } from '../export/exported.ts';
import type { Cell, Table } from '../export/table.ts';
import { getOwnData } from './get-own-data.ts';

type Section = Awaited<ReturnType<typeof getOwnData>>['sections'][number];

const cellOf = (value: Section['rows'][number][string] | undefined): Cell =>
  value === null || value === undefined ? null : String(value);

const tableOf = ({ name, rows }: Section): Table => {
  const headers = Object.keys(rows[0] ?? { empty: null });
  return {
    name,
    columns: headers.map((header) => ({ header, kind: 'text' })),
    rows: rows.map((row) => headers.map((header) => cellOf(row[header]))),
  };
};

/** One line a fact, for any spreadsheet: which kind, which of them, which field, what. */
const factsTable = (sections: readonly Section[]): Table => ({
  name: 'Own data',
  columns: ['Kind', 'No.', 'Field', 'Value'].map((header) => ({ header, kind: 'text' })),
  rows: sections.flatMap(({ name, rows }) =>
    rows.flatMap((row, i) =>
      Object.entries(row).map(([field, value]) => [name, String(i + 1), field, cellOf(value)]),
    ),
  ),
});

/** The same as `getOwnData`, to take away and read: a sheet or a table for each kind. Errors: forbidden. */
export async function exportOwnData(ctx: Ctx): Promise<Exported> {
  const { sections, exportedAt } = await getOwnData(ctx);
  const kept = sections.filter((section) => section.rows.length > 0);
  return {
    name: `my data ${exportedAt.slice(0, 10)}`,
    list: () => factsTable(kept),
    sheets: () => kept.map(tableOf),
    paper: () => ({
      title: 'What is stored about me',
      subtitle: `Exported ${exportedAt}`,
      footer: 'Page {page} of {pages}',
      landscape: true,
      tables: kept.map(tableOf),
    }),
  };
}
