import { v7 as uuidv7 } from 'uuid';

const maxBodyBytes = 1_500_000;

const wordsOf = (value: string | null) => (value ?? '').split(',').map((word) => word.trim().toLowerCase());

const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  // set anew by fetch or by Next
  'host',
  'content-length',
  'content-encoding',
  'expect',
];

/** Takes hop-by-hop headers out, the ones named by `Connection` included. */
export function endToEnd(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of [...hopByHop, ...wordsOf(headers.get('connection'))]) if (name) kept.delete(name);
  return kept;
}

/** Only what the API needs to know from a browser's request. */
export function pick(headers: Headers, names: readonly string[]): Headers {
  const picked = new Headers();
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) picked.set(name, value);
  }
  return picked;
}

/** The caller's correlation id if it is a sane one, else a new one. */
export function correlationIdOf(request: Request): string {
  const given = request.headers.get('x-correlation-id');
  return given && /^[\w-]{8,64}$/.test(given) ? given : uuidv7();
}

/** The body, or 'too_large' as soon as it passes the bound, whatever Content-Length said. */
export async function boundedBody(request: Request): Promise<ArrayBuffer | undefined | 'too_large'> {
  if (!request.body) return undefined;
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return 'too_large';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) return 'too_large';
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole.buffer;
}
