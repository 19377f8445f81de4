import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Content, createPdf } from 'pdfmake';
import { figureOf, type Cell, type ColumnKind, type Table } from './table.ts';

/** A paper document: tables one after the other, A4. Every page repeats the header row and says which page it is. */
export type PdfDocument = {
  title: string;
  /** One line under the title: what was chosen, and when it was printed. */
  subtitle: string;
  /** At the foot of each page, for instance `Page {page} of {pages}`. */
  footer: string;
  landscape?: boolean;
  tables: readonly Table[];
  /** Each table on a page of its own, with a line to sign for each of these. */
  signatures?: readonly string[];
};

/** Lines that a page layout in memory may have; a schedule of 1,000 people has as many. */
export const MAX_PDF_ROWS = 3_000;

/**
 * The document as a PDF. Latin, Greek and Cyrillic letters are printed; a script that the font lacks comes out as
 * empty boxes. Half a second for 1,500 rows, without a pause: keep it off the thread that answers requests.
 */
export async function writePdf(document: PdfDocument): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake');
  const fonts = join(
    dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
    'fonts',
    'Roboto',
  );
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  pdfmake.setFonts({
    Roboto: { normal: join(fonts, 'Roboto-Regular.ttf'), bold: join(fonts, 'Roboto-Medium.ttf') },
  });
  return pdfmake.createPdf(definitionOf(document)).getBuffer();
}

const definitionOf = (document: PdfDocument): Parameters<typeof createPdf>[0] => ({
  info: { title: document.title },
  pageSize: 'A4',
  pageOrientation: document.landscape ? 'landscape' : 'portrait',
  pageMargins: [28, 32, 28, 36],
  defaultStyle: { font: 'Roboto', fontSize: 8 },
  footer: (page, of) => ({
    text: document.footer.replace('{page}', String(page)).replace('{pages}', String(of)),
    alignment: 'right',
    margin: [28, 10],
    color: '#555555',
  }),
  content: [
    { text: document.title, fontSize: 14, bold: true },
    { text: document.subtitle, color: '#555555', margin: [0, 2, 0, 8] },
    ...document.tables.flatMap((table, index) => [
      ...contentOf(table, document.signatures !== undefined && index > 0),
      ...linesToSign(document.signatures ?? []),
    ]),
  ],
});

function contentOf(table: Table, onNewPage: boolean): Content[] {
  const header = table.columns.map(({ header: text, kind }) => ({
    ...cell(text, kind),
    bold: true,
    fillColor: '#eeeeee',
  }));
  const rows = Array.from(table.rows, (row) =>
    table.columns.map(({ kind }, index) => cell(row[index] ?? null, kind, table.currency)),
  );
  return [
    {
      text: table.name,
      bold: true,
      fontSize: 10,
      margin: [0, 8, 0, 3],
      headlineLevel: 1,
      ...(onNewPage && { pageBreak: 'before' as const }),
    },
    {
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0,
        hLineColor: () => '#cccccc',
        paddingLeft: () => 3,
        paddingRight: () => 3,
      },
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: table.columns.map(({ width }) => (width === undefined ? '*' : 'auto')),
        body: [header, ...rows],
      },
    },
  ];
}

const SIGNATURE_WIDTH = 220;

const linesToSign = (signatures: readonly string[]): Content[] =>
  signatures.length === 0
    ? []
    : [
        {
          margin: [0, 48, 0, 0],
          columnGap: 40,
          unbreakable: true,
          columns: signatures.map((text) => ({
            width: SIGNATURE_WIDTH,
            stack: [
              { canvas: [{ type: 'line', x1: 0, y1: 0, x2: SIGNATURE_WIDTH, y2: 0, lineWidth: 0.7 }] },
              { text, margin: [0, 3, 0, 0], color: '#555555' },
            ],
          })),
        },
      ];

function cell(
  value: Cell,
  kind: ColumnKind,
  currency?: string,
): { text: string; alignment: 'left' | 'right' } {
  const alignment = kind === 'text' ? 'left' : 'right';
  if (value === null) return { text: '', alignment };
  // a lone half of a surrogate pair is no letter, and the font's reader stumbles over it
  if (typeof value === 'string') return { text: value.toWellFormed(), alignment };
  const { figure, decimals } = figureOf(value, kind, currency);
  return { text: figure.toFixed(decimals), alignment };
}
