const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const HEADERS =
  'authorization, content-type, if-match, if-none-match, idempotency-key, x-correlation-id, traceparent';
const EXPOSED = 'etag, x-correlation-id, retry-after, content-disposition';
const PREFLIGHT_SECONDS = '7200';

/** The page's origin when it is one that may call the API; its own origin needs no permission. */
export function allowedOrigin(request: Request, allowed: string | undefined): string | undefined {
  const origin = request.headers.get('origin');
  if (origin === null) return undefined;
  return (allowed ?? '').split(',').some((one) => one.trim() === origin) ? origin : undefined;
}

export const isPreflight = (request: Request): boolean =>
  request.method === 'OPTIONS' && request.headers.has('access-control-request-method');

/** Answers what a browser asks before it calls from another origin. */
export function answerPreflight(origin: string | undefined): Response {
  const headers = new Headers({ vary: 'origin' });
  if (origin !== undefined) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-methods', METHODS);
    headers.set('access-control-allow-headers', HEADERS);
    headers.set('access-control-max-age', PREFLIGHT_SECONDS);
  }
  return new Response(null, { status: 204, headers });
}

/** No cookies: who calls from another origin brings a token. */
export function addCors(headers: Headers, origin: string | undefined): void {
  headers.append('vary', 'origin');
  if (origin === undefined) return;
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', EXPOSED);
}
