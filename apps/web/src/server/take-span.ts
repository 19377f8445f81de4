import { SpanKind } from '@opentelemetry/api';
import * as z from 'zod';
import { isCrossSiteWrite } from './cross-site';
import { boundedBody } from './forward';
import { hasSession } from './session';
import { readTraceparent, routeOf, tracers } from './tracing';

const longestMs = 120_000;
const mostBytes = 2_000;

const Told = z.strictObject({
  traceparent: z.string().max(55),
  startedAt: z.number(),
  ms: z.number().min(0).max(longestMs),
  path: z.string().regex(/^\/api\/v1\/[\w/-]{1,200}$/),
  method: z.enum(['POST', 'PATCH', 'PUT', 'DELETE']),
  status: z.int().min(100).max(599),
});

/** `POST /api/spans`: a browser tells how long its click waited. Taken from signed-in pages of ours, where traces are kept. */
export async function takeSpan(request: Request): Promise<Response> {
  const kept = tracers();
  if (!kept) return new Response(null, { status: 404 });
  if (isCrossSiteWrite(request) || !hasSession(request.headers.get('cookie'))) {
    return new Response(null, { status: 403 });
  }
  const body = await boundedBody(request);
  const told = Told.safeParse(body instanceof ArrayBuffer ? parse(body) : undefined);
  const ids = told.success ? readTraceparent(told.data.traceparent) : undefined;
  if (!told.success || !ids || Math.abs(Date.now() - told.data.startedAt) > longestMs) {
    return new Response(null, { status: 400 });
  }
  const { startedAt, ms, path, method, status } = told.data;
  const { browser } = await kept;
  browser(ids)
    .startSpan(`${method} ${routeOf(path)}`, {
      kind: SpanKind.CLIENT,
      startTime: startedAt,
      attributes: { 'http.request.method': method, 'http.response.status_code': status },
    })
    .end(startedAt + ms);
  return new Response(null, { status: 204 });
}

function parse(body: ArrayBuffer): unknown {
  if (body.byteLength > mostBytes) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
