import { isSilent } from '@vaktplan/db/watch-pool';
import { AppError } from '@vaktplan/contracts/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';

const LOOK_MS = 500;
/** Work that was due has waited this long, twice in a row: one long turn is no overload. */
const LATE_MS = 400;
/** With fewer requests open it is the machine that is slow, and refusing them would not make it faster. */
const MANY = 100;
/** Callers that wait for each connection to Postgres: about a second's work. */
const WAITING_PER_CONNECTION = 50;

/** Must be answered whatever happens: the platform's questions. */
const ALWAYS = /^\/(health|metrics)(\/|$)/;
/** People who stand at the door go before people who look at a plan. */
const PUNCHES = /^\/(api\/v1\/)?(time-tracking|kiosk)\/punches/;

export type Reason = 'silent' | 'queue' | 'loop';

/**
 * Why the process can take no more, looked up when somebody asks: Postgres says nothing, too many wait for a connection,
 * or the event loop is late with `open` requests in plenty. Undefined when it can.
 */
export function watchLoad(
  fastify: FastifyInstance,
  { db, env }: Services,
  open: () => number,
): () => Reason | undefined {
  const mostWaiting = env.DATABASE_POOL * WAITING_PER_CONNECTION;
  let late = 0;
  let lookedAt = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    late = now - lookedAt - LOOK_MS > LATE_MS ? late + 1 : 0;
    lookedAt = now;
  }, LOOK_MS).unref();
  fastify.addHook('onClose', (_instance, done) => {
    clearInterval(timer);
    done();
  });
  return () =>
    isSilent(db.pool)
      ? 'silent'
      : db.pool.waitingCount > mostWaiting
        ? 'queue'
        : late >= 2 && open() > MANY
          ? 'loop'
          : undefined;
}

const mayStillPass = (reason: Reason, { url }: FastifyRequest): boolean =>
  ALWAYS.test(url) || (reason === 'loop' && PUNCHES.test(url));

/**
 * Refuses at once, with Retry-After, what would only wait and make others wait; the first thing that is asked of a
 * request. While the process is about to end, callers are told to open their next connection elsewhere.
 */
export function addRefusals(
  fastify: FastifyInstance,
  { metrics, standing }: Services,
  reasonOf: () => Reason | undefined,
): void {
  const refused = metrics.counter({
    name: 'http_requests_refused_total',
    help: 'Requests refused at once because the process can take no more',
    labels: ['reason'],
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (standing.isDraining) void reply.header('connection', 'close');
    const reason = reasonOf();
    if (reason === undefined || mayStillPass(reason, request)) return done();
    refused.inc({ reason });
    done(new AppError('unavailable'));
  });
}
