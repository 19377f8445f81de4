import { AppError } from '@vaktplan/contracts/errors';
import { answerProblem } from './answer-problem.ts';
import { checkToken } from './check-token.ts';
import { addCors, allowedOrigin, answerPreflight, isPreflight } from './cors.ts';
import type { Env } from './bindings.ts';
import { forward } from './forward.ts';
import { limitAddress, limitSignIn, limitTenant } from './limits.ts';
import { isSignIn, routeOf } from './route.ts';
import { addSecurityHeaders } from './security-headers.ts';

export { SignInQuota } from './sign-in-quota.ts';

const CORRELATION_ID = /^[\w-]{8,64}$/;

/** Everything between the internet and the services: who may pass, how often, and where to. */
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const given = request.headers.get('x-correlation-id') ?? '';
    const correlationId = CORRELATION_ID.test(given) ? given : crypto.randomUUID();
    const origin = allowedOrigin(request, env.ALLOWED_ORIGINS);
    const answer = await pass(request, env, correlationId, origin).catch((error: unknown) =>
      answerProblem(error, correlationId),
    );
    // a WebSocket's answer is not ours to change
    if (answer.webSocket) return answer;
    const headers = new Headers(answer.headers);
    headers.set('x-correlation-id', correlationId);
    addSecurityHeaders(headers);
    addCors(headers, origin);
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
  },
} satisfies ExportedHandler<Env>;

async function pass(
  request: Request,
  env: Env,
  correlationId: string,
  origin: string | undefined,
): Promise<Response> {
  const address = request.headers.get('cf-connecting-ip') ?? 'unknown';
  const { pathname } = new URL(request.url);
  const target = routeOf(pathname, request.headers);
  await limitAddress(env, address);
  if (target === 'nowhere') throw new AppError('not_found');
  if (isPreflight(request)) return answerPreflight(origin);
  if (isSignIn(request.method, pathname)) await limitSignIn(env, address);
  if (target === 'api') {
    const { organizationId } = await checkToken(env, request.headers.get('authorization'));
    await limitTenant(env, organizationId);
  }
  return forward(env, target, request, { address, correlationId });
}
