import { KioskToken } from '@vaktplan/contracts/http/kiosk';
import { isCrossSiteWrite } from './cross-site';
import { boundedBody, correlationIdOf, endToEnd, pick } from './forward';
import { problemAnswer } from './problem';
import { callUpstream, UpstreamUnavailable } from './upstream';

const passedOn = ['accept', 'content-type', 'traceparent', 'user-agent', 'x-forwarded-for'] as const;
const cookieName = 'vp_kiosk';
const keptSeconds = 400 * 24 * 3600;
const tokenIn = /(?:^|;\s*)vp_kiosk=(vpk_[\w-]+)/;
/** What answers with a token: it goes into the cookie and no further. */
const givesToken = /^\/(enroll|token)$/;

function cookieOf(request: Request, token: string): string {
  const scheme = request.headers.get('x-forwarded-proto') ?? new URL(request.url).protocol;
  const secure = scheme.startsWith('https') ? '; Secure' : '';
  return `${cookieName}=${token}; Path=/api/kiosk; Max-Age=${token ? keptSeconds : 0}; HttpOnly; SameSite=Strict${secure}`;
}

/** `/api/kiosk/*`: to the API with the tablet's token from its cookie, which no script can read. Nothing else is reachable. */
export async function passToKiosk(request: Request): Promise<Response> {
  const correlationId = correlationIdOf(request);
  if (isCrossSiteWrite(request)) return problemAnswer('forbidden', correlationId);
  const body = await boundedBody(request);
  if (body === 'too_large') return problemAnswer('body_too_large', correlationId);
  const path = new URL(request.url).pathname.replace(/^\/api\/kiosk/, '').replace(/\/$/, '');
  if (!/^(\/[\w-]+)*$/.test(path)) return problemAnswer('not_found', correlationId);

  const headers = pick(request.headers, passedOn);
  headers.set('x-correlation-id', correlationId);
  const token = tokenIn.exec(request.headers.get('cookie') ?? '')?.[1];
  if (token) headers.set('authorization', `Bearer ${token}`);
  try {
    const asked = { path: `/api/v1/kiosk${path}`, method: request.method, headers, body };
    const answer = await callUpstream(asked);
    if (answer.ok && givesToken.test(path)) return await keepToken(request, answer, correlationId);
    const answerHeaders = endToEnd(answer.headers);
    answerHeaders.delete('set-cookie');
    answerHeaders.set('cache-control', 'private, no-store');
    answerHeaders.set('x-correlation-id', correlationId);
    return new Response(answer.body, { status: answer.status, headers: answerHeaders });
  } catch (error) {
    if (error instanceof UpstreamUnavailable) return problemAnswer('upstream_unavailable', correlationId);
    throw error;
  }
}

async function keepToken(request: Request, answer: Response, correlationId: string): Promise<Response> {
  const { token } = KioskToken.parse(await answer.json());
  const headers = { 'set-cookie': cookieOf(request, token), 'cache-control': 'no-store' };
  return new Response(null, { status: 204, headers: { ...headers, 'x-correlation-id': correlationId } });
}
