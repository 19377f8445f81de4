import { isCrossSiteWrite } from './cross-site';
import { boundedBody, correlationIdOf, endToEnd, pick } from './forward';
import { problemAnswer } from './problem';
import { forgetToken, tokenOf } from './session';
import { startRequestSpan } from './tracing';
import { callUpstream, UpstreamUnavailable } from './upstream';

const passedOn = [
  'accept',
  'accept-language',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'traceparent',
  'tracestate',
  'user-agent',
  'x-forwarded-for',
] as const;

/** Writes after which the session's claims differ: another organisation, another role. */
const changesClaims = /^\/api\/v1\/(organizations|me|invitations)(\/|$)/;

/** `/api/v1/*`: to the API with the session's JWT; the browser never holds a token of the API. */
export async function passToApi(request: Request): Promise<Response> {
  const correlationId = correlationIdOf(request);
  if (isCrossSiteWrite(request)) return problemAnswer('forbidden', correlationId);
  const body = await boundedBody(request);
  if (body === 'too_large') return problemAnswer('body_too_large', correlationId);

  const url = new URL(request.url);
  const cookies = request.headers.get('cookie');
  const headers = pick(request.headers, passedOn);
  headers.set('x-correlation-id', correlationId);
  const span = await startRequestSpan(request, url.pathname, { 'vaktplan.correlation_id': correlationId });
  if (span) headers.set('traceparent', span.traceparent);
  let status: number | undefined;
  try {
    const token = await tokenOf(cookies);
    if (token) headers.set('authorization', `Bearer ${token}`);
    const answer = await callUpstream({
      path: url.pathname + url.search,
      method: request.method,
      headers,
      body,
    });
    status = answer.status;
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    if (answer.status === 401 || (isWrite && changesClaims.test(url.pathname))) forgetToken(cookies);
    const answerHeaders = endToEnd(answer.headers);
    answerHeaders.delete('set-cookie');
    answerHeaders.set('x-correlation-id', correlationId);
    if (span) answerHeaders.set('x-trace-id', span.traceId);
    if (!answerHeaders.has('cache-control')) answerHeaders.set('cache-control', 'private, no-store');
    return new Response(answer.body, { status: answer.status, headers: answerHeaders });
  } catch (error) {
    if (error instanceof UpstreamUnavailable) return problemAnswer('upstream_unavailable', correlationId);
    throw error;
  } finally {
    span?.end(status);
  }
}
