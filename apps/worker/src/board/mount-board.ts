import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { BOARD_PASS, readPass, signPass } from '@vaktplan/platform/pass';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import type { Queues } from '../queues.ts';

const BASE = '/queues';
const COOKIE = 'vaktplan_board';
const SESSION = 'queue-board-session';
const SESSION_SECONDS = 15 * 60;
/** Longer than a pass lives. */
const TAKEN_SECONDS = 120;

export type BoardOptions = { queues: Queues; redis: Redis; secret: string };

/**
 * Bull Board over all queues of all tenants, at `/queues`. The worker knows nobody: the API gives an operator a pass
 * that is taken here once and turned into a cookie for a quarter of an hour.
 */
export async function mountBoard(fastify: FastifyInstance, options: BoardOptions): Promise<void> {
  await fastify.register(
    async (scope) => {
      scope.addHook('onRequest', async (_request, reply) => {
        void reply.headers({
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          'x-frame-options': 'DENY',
        });
      });
      scope.get('/enter', (request, reply) => enter(options, request, reply));
      await scope.register(async (inner) => {
        inner.addHook('onRequest', (request, reply) => guard(options.secret, request, reply));
        await inner.register(boardOf(options.queues));
      });
    },
    { prefix: BASE },
  );
}

const boardOf = (queues: Queues) => {
  const serverAdapter = new FastifyAdapter().setBasePath(BASE);
  createBullBoard({
    queues: Object.values(queues).map((queue) => new BullMQAdapter(queue)),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Vaktplan' } },
  });
  return serverAdapter.registerPlugin();
};

async function enter(
  { redis, secret }: BoardOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { pass } = request.query as { pass?: unknown };
  const nonce = typeof pass === 'string' ? readPass(secret, BOARD_PASS, pass) : undefined;
  if (nonce === undefined) return refuse(reply);
  const isFirst = await redis.set(`vaktplan:board-pass:${nonce}`, '1', 'EX', TAKEN_SECONDS, 'NX');
  if (isFirst === null) return refuse(reply);
  const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : '';
  const session = signPass(secret, SESSION, SESSION_SECONDS);
  const cookie = `${COOKIE}=${session}; Path=${BASE}; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
  return reply.header('set-cookie', cookie).redirect(`${BASE}/`, 303);
}

async function guard(secret: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const given = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
  const stands = given !== undefined && readPass(secret, SESSION, given) !== undefined;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // the browser says which page sends this: no other one may make it
  if (!stands || (!isRead && request.headers['sec-fetch-site'] !== 'same-origin')) await refuse(reply);
}

const refuse = (reply: FastifyReply): FastifyReply =>
  reply.code(403).type('text/plain').send('Open the board from the status page of the web app.');
