import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppError } from '@vaktplan/contracts/errors';
import { isSilent } from '@vaktplan/db/watch-pool';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import { answerProblem } from './answer-problem.ts';
import { addAuthentication } from './authenticate.ts';
import { addRefusalNotes } from './refusal-notes.ts';
import { addBodyParsers } from './body.ts';
import { addCrossOrigin } from './cross-origin.ts';
import { addETags } from './etag.ts';
import { addLateAnswers } from './late-answers.ts';
import { addOriginSecret } from './origin-secret.ts';
import { addRefusals, watchLoad } from './overload.ts';
import { createRateLimits } from './rate-limits.ts';
import { addRequestLog } from './request-log.ts';
import { keepRouteTable } from './route-table.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { addTraces } from './traces.ts';

const CORRELATION_ID = /^[\w-]{8,64}$/;
const MAX_BODY_BYTES = 1_048_576;
const MOST_MS = 10_000;
/** The same while Postgres says nothing, or more callers wait for it than it is asked by: each of a request's transactions may then wait. */
const MOST_MS_WHEN_AWAITED = 4_000;

const correlationId = (given: string | string[] | undefined): string =>
  typeof given === 'string' && CORRELATION_ID.test(given) ? given : randomUUID();

/** The HTTP server with its limits, hooks in their order, and no route yet. */
export async function createFastifyAdapter(services: Services): Promise<FastifyAdapter> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: services.env.TRUSTED_PROXIES,
    genReqId: (request: IncomingMessage) => correlationId(request.headers['x-correlation-id']),
    requestIdHeader: false,
    // slowloris: measured, 50 of 50 trickling connections are closed within these
    requestTimeout: 10_000,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    // what comes on an open connection while we close is still answered, and told to go elsewhere next time
    return503OnClosing: false,
    // the router refuses a malformed address before any hook has run
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      answerProblem(new AppError('bad_request', { cause: error }), request, reply);
    },
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  fastify.decorate('reportError', services.errors?.report ?? null);
  keepRouteTable(fastify);
  addBodyParsers(fastify);
  addETags(fastify);
  if (services.tracing) addTraces(fastify, services.tracing);
  addRequestLog(fastify, services);
  addSecurityHeaders(fastify);
  addCrossOrigin(fastify, services.env.APP_ORIGINS);
  const { pool } = services.db;
  const open = addLateAnswers(fastify, (hasBegun) =>
    isSilent(pool) || (!hasBegun && pool.waitingCount > services.env.DATABASE_POOL)
      ? MOST_MS_WHEN_AWAITED
      : MOST_MS,
  );
  addRefusals(fastify, services, watchLoad(fastify, services, open));
  addOriginSecret(fastify, services.env.ORIGIN_SECRET);
  const limits = createRateLimits(services);
  addAuthentication(fastify, services, limits);
  addRefusalNotes(fastify, services);
  return adapter;
}
