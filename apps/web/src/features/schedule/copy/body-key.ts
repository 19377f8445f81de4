/** An Idempotency-Key for this body: however often it is sent it is the same, and another body has another. */
export function bodyKey(attempt: string, body: unknown): string {
  let hash = 5381;
  for (const letter of JSON.stringify(body) ?? '') hash = ((hash * 33) ^ (letter.codePointAt(0) ?? 0)) >>> 0;
  return `${attempt}-${hash.toString(36)}`;
}
