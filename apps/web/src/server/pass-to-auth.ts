import { isCrossSiteWrite } from './cross-site';
import { boundedBody, correlationIdOf, endToEnd, pick } from './forward';
import { problemAnswer } from './problem';
import { forgetToken } from './session';
import { callUpstream, UpstreamUnavailable } from './upstream';

const passedOn = [
  'accept',
  'accept-language',
  'content-type',
  'cookie',
  'origin',
  'referer',
  'traceparent',
  'user-agent',
  'x-forwarded-for',
] as const;

/** `/api/auth/*`: sign-in and account, handed to the API's `/auth/*` with cookies both ways. */
export async function passToAuth(request: Request): Promise<Response> {
  const correlationId = correlationIdOf(request);
  if (isCrossSiteWrite(request)) return problemAnswer('forbidden', correlationId);
  const url = new URL(request.url);
  // The JWT stays on the server: a script in the page could otherwise take it away.
  if (/^\/api\/auth\/token\/?$/.test(url.pathname)) return problemAnswer('not_found', correlationId);
  const body = await boundedBody(request);
  if (body === 'too_large') return problemAnswer('body_too_large', correlationId);

  const headers = pick(request.headers, passedOn);
  headers.set('x-correlation-id', correlationId);
  try {
    const answer = await callUpstream({
      path: url.pathname.replace(/^\/api\/auth/, '/auth') + url.search,
      method: request.method,
      headers,
      body,
    });
    if (request.method !== 'GET') forgetToken(request.headers.get('cookie'));
    const answerHeaders = endToEnd(answer.headers);
    answerHeaders.delete('set-auth-jwt');
    answerHeaders.delete('set-auth-token');
    answerHeaders.set('cache-control', 'no-store');
    answerHeaders.set('x-correlation-id', correlationId);
    return new Response(answer.body, { status: answer.status, headers: answerHeaders });
  } catch (error) {
    if (error instanceof UpstreamUnavailable) return problemAnswer('upstream_unavailable', correlationId);
    throw error;
  }
}
