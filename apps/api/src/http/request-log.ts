import type { Logger } from '@vaktplan/platform/logger';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The log of this request: every line names it, and its tenant once that is known. */
    child: Logger;
    /** The code of the error it was answered with. */
    problem: string | undefined;
  }
}

const QUIET = new Set(['/health', '/health/live', '/health/ready', '/metrics']);

/** One line a request, and its time in the metrics. */
export function addRequestLog(fastify: FastifyInstance, { log, metrics }: Services): void {
  const seconds = metrics.histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request line to the last byte of the answer',
    labels: ['method', 'route', 'status'],
  });
  // a getter's default is replaced per request below; shapes stay the same for all requests
  fastify.decorateRequest('child', null as unknown as Logger);
  fastify.decorateRequest('problem', undefined);
  fastify.addHook('onRequest', async (request, reply) => {
    request.child = log.child({ correlationId: request.id });
    void reply.header('x-correlation-id', request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    seconds.observe(labels, reply.elapsedTime / 1000);
    const line = {
      ...labels,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      code: request.problem,
    };
    if (QUIET.has(route) && reply.statusCode < 400) return;
    if (reply.statusCode >= 500 && reply.statusCode !== 503) request.child.error(line, 'request');
    else if (reply.statusCode >= 400) request.child.warn(line, 'request');
    else request.child.info(line, 'request');
  });
}
