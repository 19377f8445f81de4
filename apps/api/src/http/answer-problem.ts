import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@vaktplan/contracts/errors';
import type { ErrorReports, ErrorTags } from '@vaktplan/platform/error-reports';
import { asAppError } from './as-app-error.ts';
import { problemOf } from './problem.ts';
import { TooManyRequests } from './too-many-requests.ts';
import { UnknownField } from './unknown-field.ts';
import { otherMethods } from './route-table.ts';

const RETRY_SECONDS = 2;

declare module 'fastify' {
  interface FastifyInstance {
    /** Tells of an unexpected error; null where nobody is to be told. */
    reportError: ErrorReports['report'] | null;
  }
}

const tagsOf = ({ id, method, routeOptions, member, span }: FastifyRequest): ErrorTags => ({
  correlationId: id,
  method,
  route: routeOptions.url ?? 'none',
  ...(member && { organizationId: member.organizationId }),
  ...(span && { traceId: span.traceId }),
});

/** Answers with the problem and logs it: an expected failure with the request's line, an unexpected one as an error. */
export function answerProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  let error = asAppError(thrown);
  const allowed = request.is404 ? otherMethods(request) : [];
  if (allowed.length > 0) {
    error = new AppError('method_not_allowed');
    void reply.header('allow', allowed.join(', '));
  }
  request.problem = error.code;
  request.namedUnknown = error instanceof UnknownField;
  if (error.status >= 500) {
    const line = { err: error.cause ?? error, code: error.code };
    if (error.code === 'internal') {
      request.child.error(line, 'request failed');
      request.server.reportError?.(line.err, tagsOf(request));
    } else request.child.warn(line, 'not available');
  }
  if (error.status === 503) void reply.header('retry-after', RETRY_SECONDS);
  if (error instanceof TooManyRequests) void reply.header('retry-after', error.retryAfterSeconds);
  if (error.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .code(error.status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify as (payload: unknown) => string)
    .send(problemOf(error, request.id));
}
