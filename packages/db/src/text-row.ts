type Fields<Columns extends readonly string[]> = { -readonly [Column in keyof Columns]: string };

/**
 * A row that travels as one line of text, tabs between its fields. For lists of a thousand rows, where the driver's work
 * on every field costs more than Postgres' on the query. `present` are columns that are never NULL, `nullable` come
 * after them and are '' for NULL. A column that may hold a tab or a line break is to be given as `to_json(column)`.
 */
export function textRow<const Present extends readonly string[], const Nullable extends readonly string[]>(
  present: Present,
  nullable: Nullable,
) {
  const fields = [...present, ...nullable.map((column) => `coalesce(${column}::text, '')`)];
  return {
    /** The expression to select. */
    sql: String.raw`concat_ws(E'\t', ${fields.join(', ')})`,
    /** The fields of one line, in the order of the columns. */
    read: (line: string) => line.split('\t') as unknown as [...Fields<Present>, ...Fields<Nullable>],
  };
}
