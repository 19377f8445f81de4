import type { PdfDocument } from './write-pdf.ts';
import type { Table } from './table.ts';

/** Something to take away: asked for in one of its forms, so each is made only then. */
export type Exported = {
  /** Without the ending; it becomes part of a file's name. */
  name: string;
  /** For CSV: one record a line. */
  list: () => Table;
  /** For XLSX. */
  sheets: () => Table[];
  /** For PDF. */
  paper: () => PdfDocument;
};
