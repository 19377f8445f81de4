/**
 * Rows that travel as columns, each one text of lines. For lists of a thousand rows of which the answer is made column by
 * column: the driver reads one row, and each column is split once. No column may hold a line break.
 */
export function textColumns<const Name extends string>(columns: Record<Name, string>) {
  const names = Object.keys(columns) as Name[];
  return {
    /** The expressions to select, over all rows. */
    sql: names
      .map((name) => String.raw`string_agg(coalesce(${columns[name]}::text, ''), E'\n') as "${name}"`)
      .join(',\n  '),
    /** The columns of the one row there is, '' for NULL. */
    read: (row: Record<Name, string | null>): Record<Name, string[]> => {
      const read = {} as Record<Name, string[]>;
      for (const name of names) read[name] = row[name]?.split('\n') ?? [];
      return read;
    },
  };
}
