import type { Span, Tracing } from '@vaktplan/platform/tracing';
import type { FastifyInstance } from 'fastify';
import { QUIET } from './request-log.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where traces are on: the span of this request. */
    span?: Span;
  }
}

/** One span a request, as a part of the caller's trace; what the request starts finds it. Called only where traces are on. */
export function addTraces(fastify: FastifyInstance, tracing: Tracing): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { method, headers, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    if (QUIET.has(route)) return done();
    const { traceparent } = headers;
    request.span = tracing.start(`${method} ${route}`, {
      kind: 'server',
      parent: typeof traceparent === 'string' ? traceparent : undefined,
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'vaktplan.correlation_id': request.id,
      },
    });
    tracing.run(request.span, done);
  });
  // the body was read by a parser that knows nothing of us
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (request.span) tracing.run(request.span, done);
    else done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    done();
    const { span, member, kiosk } = request;
    if (!span) return;
    const organizationId = (member ?? kiosk)?.organizationId;
    span.set({
      'http.response.status_code': reply.statusCode,
      ...(request.problem && { 'error.code': request.problem }),
      ...(organizationId && { 'vaktplan.organization_id': organizationId }),
    });
    span.end(reply.statusCode >= 500 ? new Error('answered with a failure') : undefined);
  });
}
