import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const HEADERS =
  'authorization, content-type, if-match, if-none-match, idempotency-key, x-correlation-id, traceparent';
const EXPOSED = 'etag, x-correlation-id, retry-after, content-disposition';
const PREFLIGHT_SECONDS = '7200';

/**
 * Lets pages of these origins call the API with a token; cookies are for none of them. Behind the gateway that answers
 * for it, this is for an API that browsers reach by themselves: the phone app's web build against a local start.
 */
export function addCrossOrigin(fastify: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    void reply.header('vary', 'origin');
    const { origin } = request.headers;
    const isAllowed = origin !== undefined && origins.includes(origin);
    if (isAllowed) {
      void reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED });
    }
    if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return done();
    if (isAllowed) {
      void reply.headers({
        'access-control-allow-methods': METHODS,
        'access-control-allow-headers': HEADERS,
        'access-control-max-age': PREFLIGHT_SECONDS,
      });
    }
    void reply.code(204).send();
  });
}
