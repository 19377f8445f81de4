const OID = { text: 25, json: 114, jsonb: 3802 } as const;
/** How Postgres marks the form of a jsonb's bytes. */
const JSONB_FORM = 1;

/**
 * Texts as one parameter, in Postgres' binary form of a one-dimensional array (`array_recv`); the statement casts it to
 * that type. As text, each quote and backslash of a JSON would be escaped by one side and taken off by the other.
 */
export function binaryArray(type: keyof typeof OID, texts: readonly (string | null)[]): Buffer {
  const room = texts.reduce((sum, text) => sum + 5 + 3 * (text?.length ?? 0), 20);
  const bytes = Buffer.allocUnsafe(room);
  bytes.writeInt32BE(texts.length === 0 ? 0 : 1, 0);
  bytes.writeInt32BE(texts.includes(null) ? 1 : 0, 4);
  bytes.writeInt32BE(OID[type], 8);
  if (texts.length === 0) return bytes.subarray(0, 12);
  bytes.writeInt32BE(texts.length, 12);
  bytes.writeInt32BE(1, 16);
  let end = 20;
  for (const text of texts) {
    const start = end + 4;
    if (text === null) {
      bytes.writeInt32BE(-1, end);
      end = start;
      continue;
    }
    const marked = type === 'jsonb' ? bytes.writeUInt8(JSONB_FORM, start) : start;
    const last = marked + bytes.write(text, marked);
    bytes.writeInt32BE(last - start, end);
    end = last;
  }
  return bytes.subarray(0, end);
}

/** Ids as the text of a `uuid[]`: they hold nothing that must be escaped, which the driver would look for in each. */
export const uuidArray = (ids: readonly (string | null)[]): string =>
  `{${ids.map((id) => id ?? 'null').join(',')}}`;
