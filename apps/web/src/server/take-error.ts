import * as z from 'zod';
import { isCrossSiteWrite } from './cross-site';
import { framesOf, reportWebError } from './error-reports';
import { boundedBody } from './forward';
import { routeOf } from './tracing';

const mostBytes = 6_000;
const mostAMinute = 30;

const Told = z.strictObject({
  name: z.string().regex(/^\w{1,60}$/),
  stack: z.string().max(4_000),
  path: z.string().regex(/^\/[\w/-]{0,200}$/),
  digest: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});

let minute = { since: 0, taken: 0 };
/** A page in a loop, or somebody who plays with it, must not fill the log. */
function isTooMuch(): boolean {
  const now = Date.now();
  if (now - minute.since > 60_000) minute = { since: now, taken: 0 };
  minute.taken += 1;
  return minute.taken > mostAMinute;
}

/** `POST /api/errors`: a page of ours tells that it broke. */
export async function takeError(request: Request): Promise<Response> {
  if (isCrossSiteWrite(request)) return new Response(null, { status: 403 });
  if (isTooMuch()) return new Response(null, { status: 429 });
  const body = await boundedBody(request);
  const told = Told.safeParse(body instanceof ArrayBuffer ? parse(body) : undefined);
  if (!told.success) return new Response(null, { status: 400 });
  const { name, stack, path, digest } = told.data;
  await reportWebError({ where: 'browser', name, stack: framesOf({ stack }), route: routeOf(path), digest });
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
