import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '@vaktplan/contracts/errors';

const COLUMNS = [
  'name',
  'email',
  'number',
  'department',
  'position',
  'hourly_rate',
  'hours_per_week',
] as const;
export type CsvColumn = (typeof COLUMNS)[number];
/** `line` is where the row ends in the file, the header being 1; a column that is missing reads as ''. */
export type CsvRow = { line: number } & Record<CsvColumn, string>;

const MAX_ROWS = 2000;

/**
 * Rows of a CSV file with a header row: names in any case, comma, semicolon or tab, with or without a byte order mark.
 * Columns it does not know are left out. Throws `csv_unreadable`, `validation_failed` (more than 2,000 rows).
 */
export function readEmployeeCsv(csv: string): CsvRow[] {
  const records = parseRecords(csv);
  if (records.length > MAX_ROWS)
    throw new AppError('validation_failed', {
      errors: [{ path: 'csv', message: `${MAX_ROWS} rows at most; split the file` }],
    });
  return records.map(({ record, info }) => ({
    ...(Object.fromEntries(COLUMNS.map((name) => [name, record[name] ?? ''])) as Record<CsvColumn, string>),
    line: info.lines,
  }));
}

type Parsed = { record: Partial<Record<string, string>>; info: { lines: number } };

function parseRecords(csv: string): Parsed[] {
  const [header = ''] = csv.trimStart().split(/[\r\n]/, 1);
  const count = (sign: string) => header.split(sign).length;
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  let headed = false;
  try {
    const records = parse(csv, {
      bom: true,
      delimiter,
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      columns: (names: string[]) => {
        headed = true;
        const known = names.map((name) => name.trim().toLowerCase());
        if (!known.includes('name'))
          throw new AppError('csv_unreadable', { detail: 'The header row has no column "name".' });
        // a name that comes twice, or none of ours, is not read
        return known.map((name, at) =>
          known.indexOf(name) === at && COLUMNS.includes(name as CsvColumn) ? name : undefined,
        );
      },
    }) as unknown as Parsed[];
    if (!headed) throw new AppError('csv_unreadable');
    return records;
  } catch (error) {
    if (error instanceof CsvError)
      throw new AppError('csv_unreadable', {
        detail: `The file could not be read: ${error.message}.`,
        cause: error,
      });
    throw error;
  }
}
