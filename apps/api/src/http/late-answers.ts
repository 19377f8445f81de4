import { AppError } from '@vaktplan/contracts/errors';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { answerProblem } from './answer-problem.ts';

const LOOK_MS = 500;

/** The longest wait for a handler, in milliseconds, as things are; an answer comes within half a second after it. Never longer before it `hasBegun`. */
type MostMs = (hasBegun: boolean) => number;

/**
 * Nobody waits longer than `mostMs` (and half a second) for a handler: they are told that we are not available.
 * Returns how many wait at the moment. One look at all open requests twice a second; Fastify's own handlerTimeout makes a timer and an AbortController for
 * each, a twentieth of a clock-in.
 */
export function addLateAnswers(fastify: FastifyInstance, mostMs: MostMs): () => number {
  const open = new Set<FastifyReply>();
  fastify.addHook('onRequest', (_request, reply, done) => {
    open.add(reply);
    done();
  });
  fastify.addHook('onResponse', (_request, reply, done) => {
    open.delete(reply);
    done();
  });
  const timer = setInterval(() => {
    const most = mostMs(false);
    const mostOfBegun = mostMs(true);
    for (const reply of open) {
      // they are in the order they came
      if (reply.elapsedTime < most) break;
      if (reply.raw.headersSent && reply.elapsedTime < mostOfBegun) continue;
      open.delete(reply);
      // answered, or the caller has hung up
      if (reply.sent || reply.raw.destroyed) continue;
      if (reply.raw.headersSent) reply.raw.destroy();
      else answerProblem(new AppError('unavailable'), reply.request, reply);
    }
  }, LOOK_MS).unref();
  fastify.addHook('onClose', (_instance, done) => {
    clearInterval(timer);
    done();
  });
  return () => open.size;
}
