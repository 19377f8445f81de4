import type { ErrorCode } from '@vaktplan/contracts/errors';
import type { Logger } from '@vaktplan/platform/logger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The log of this request: every line names it, and its tenant once that is known. Made when first used. */
    readonly child: Logger;
    /** `child` once it was made. */
    madeChild: Logger | null;
    /** The code of the error it was answered with. */
    problem: ErrorCode | undefined;
  }
}

export const QUIET = new Set(['/health', '/health/live', '/health/ready', '/metrics']);

const namesOf = ({ id, member, kiosk, span }: FastifyRequest) => ({
  correlationId: id,
  ...(span && { traceId: span.traceId }),
  ...(member && { organizationId: member.organizationId, actor: member.actor.userId }),
  ...(kiosk && { organizationId: kiosk.organizationId, kiosk: kiosk.actor.deviceId }),
});

/** One line a request, and its time in the metrics. */
export function addRequestLog(fastify: FastifyInstance, { log, metrics }: Services): void {
  const seconds = metrics.histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request line to the last byte of the answer',
    labels: ['method', 'route', 'status'],
  });
  fastify.decorateRequest('madeChild', null);
  fastify.decorateRequest('child', {
    getter(): Logger {
      return (this.madeChild ??= log.child(namesOf(this)));
    },
  });
  fastify.decorateRequest('problem', undefined);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    done();
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    seconds.observe(labels, reply.elapsedTime / 1000);
    const line = {
      ...namesOf(request),
      ...labels,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      code: request.problem,
    };
    if (QUIET.has(route) && reply.statusCode < 400) return;
    if (reply.statusCode >= 500 && reply.statusCode !== 503) log.error(line, 'request');
    else if (reply.statusCode >= 400) log.warn(line, 'request');
    else log.info(line, 'request');
  });
}
