import type { Env } from './bindings.ts';
import type { Target } from './route.ts';

/** Longer than the API and the web app take to say that they cannot. */
const TIMEOUT_MS = 20_000;

/** What only a proxy of ours may say; whatever a client sends of it is dropped. */
const OURS = /^(x-forwarded-|x-real-ip$|forwarded$|x-origin-|x-gw-|true-client-ip$|cf-(?!ray$))/;

/**
 * Hands the request to its service: body and answer are streamed, redirects are the client's affair, a WebSocket is passed
 * on. The service learns the client's address, the name it was called by, and that it was us.
 */
export function forward(
  env: Env,
  target: Exclude<Target, 'nowhere'>,
  request: Request,
  given: { address: string; correlationId: string },
): Promise<Response> {
  const url = new URL(request.url);
  const to = new URL(url.pathname + url.search, target === 'api' ? env.API_ORIGIN : env.WEB_ORIGIN);
  const headers = new Headers();
  for (const [name, value] of request.headers) if (!OURS.test(name)) headers.append(name, value);
  headers.set('x-forwarded-for', given.address);
  headers.set('x-forwarded-host', url.host);
  headers.set('x-forwarded-proto', url.protocol.slice(0, -1));
  headers.set('x-correlation-id', given.correlationId);
  headers.set('x-origin-secret', env.ORIGIN_SECRET);
  const sent = new Request(to, { method: request.method, headers, body: request.body, redirect: 'manual' });
  return withinTime(Number(env.ORIGIN_TIMEOUT_MS ?? TIMEOUT_MS), (signal) => fetch(sent, { signal }));
}

/** The service has so long to begin its answer; a stream or a socket that has begun lasts as it will. */
async function withinTime(ms: number, ask: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error(`no answer within ${ms} ms`)), ms);
  try {
    return await ask(late.signal);
  } finally {
    clearTimeout(timer);
  }
}
