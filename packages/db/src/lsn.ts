/** A place in the write-ahead log as text that sorts as the log does: sixteen hexadecimal digits. */
export function sortableLsn(lsn: string): string {
  const [high = '', low = ''] = lsn.split('/');
  return high.padStart(8, '0') + low.padStart(8, '0');
}
