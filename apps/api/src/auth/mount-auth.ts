import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from '../http/answer-problem.ts';
import type { Services } from '../services.ts';
import { ADDRESS_HEADER, type Auth } from './better-auth.ts';
import { countTry } from './sign-in-limits.ts';

/** The least time until a try is refused; a hash takes a tenth of it on an idle machine. */
const REFUSAL_MS = 250;

const READS = ['/get-session', '/token', '/jwks', '/list-sessions'];
const WRITES = [
  '/sign-out',
  '/change-password',
  '/update-user',
  '/revoke-session',
  '/revoke-other-sessions',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/get-totp-uri',
  '/two-factor/generate-backup-codes',
];
/** Somebody may be guessing here. */
const GUESSABLE = [
  '/sign-up/email',
  '/sign-in/email',
  '/request-password-reset',
  '/reset-password',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
];
// these routes are not Nest's, so neither is their filter
const OPTIONS = {
  config: { access: { kind: 'public' } },
  errorHandler: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
    answerProblem(error, request, reply),
} as const;

/** Only these of better-auth's addresses exist here; what is not listed answers 404. */
export function mountAuth(fastify: FastifyInstance, services: Services, auth: Auth): void {
  const pass = async (request: FastifyRequest, reply: FastifyReply) =>
    passOn(await answerOf(services, auth, request), reply);
  const guarded = async (request: FastifyRequest, reply: FastifyReply) => {
    const since = performance.now();
    const succeeded = await countTry(services, { account: emailIn(request.body), address: request.ip });
    const answer = await answerOf(services, auth, request);
    // a reset that was asked for is never a success here: mails can be a nuisance too
    const asked = request.url.startsWith('/auth/request-password-reset');
    if (answer.status < 400 && !asked) await succeeded();
    // no earlier than this, so that the time does not tell whether there is such an account
    else await delay(Math.max(0, since + REFUSAL_MS - performance.now()));
    return passOn(answer, reply);
  };
  for (const path of READS) fastify.get(`/auth${path}`, OPTIONS, pass);
  for (const path of WRITES) fastify.post(`/auth${path}`, OPTIONS, pass);
  for (const path of GUESSABLE) fastify.post(`/auth${path}`, OPTIONS, guarded);
}

const emailIn = (body: unknown): string | undefined => {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined;
  return typeof email === 'string' ? email : undefined;
};

/** Asks better-auth in its own form. */
async function answerOf({ env, log }: Services, auth: Auth, request: FastifyRequest): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length') headers.set(name, String(value));
  }
  headers.set(ADDRESS_HEADER, request.ip);
  const body = request.rawBody ? new Uint8Array(request.rawBody) : undefined;
  const asked = new Request(env.PUBLIC_WEB_URL + request.url, { method: request.method, headers, body });
  const answer = await auth.handler(asked);
  if (answer.status >= 500) log.error({ route: request.routeOptions.url }, 'sign-in failed');
  return answer;
}

async function passOn(answer: Response, reply: FastifyReply): Promise<FastifyReply> {
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') void reply.header(name, value);
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  void reply.header('cache-control', 'no-store');
  return reply.code(answer.status).send(await answer.text());
}
