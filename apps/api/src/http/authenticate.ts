import { AppError } from '@vaktplan/contracts/errors';
import { mayAnywhere } from '@vaktplan/contracts/permissions';
import type { Ctx, KioskActor, UserActor } from '@vaktplan/core/context/ctx';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actorOf, assertStanding, callerOf, readToken, type Caller } from '../auth/identify.ts';
import { readKiosk } from '../auth/read-kiosk.ts';
import { readServiceToken } from '../auth/service-token.ts';
import type { Services } from '../services.ts';
import { idempotencyOf } from './idempotency.ts';
import { assertPeer } from './mutual-tls.ts';
import { isDocs } from './route-table.ts';
import type { Limits } from './rate-limits.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
    member: { organizationId: string; actor: UserActor } | null;
    /** The tablet that calls. */
    kiosk: { organizationId: string; actor: KioskActor } | null;
    ctx: Ctx | null;
    /** Which of our own services calls. */
    service: string | null;
    /** The body as it came, for hashes and signatures. */
    rawBody: Buffer | null;
  }
}

/** Lets the request pass or throws. Runs before the body is read, so that strangers cannot make us parse one. */
async function admit(services: Services, limits: Limits, request: FastifyRequest): Promise<void> {
  const { url, config } = request.routeOptions;
  if (request.is404 || isDocs(url ?? '')) return;
  const { access } = config;
  if (!access) throw new AppError('forbidden');
  if (access.kind === 'public') return;
  if (access.kind === 'service') {
    request.service = await readServiceToken(services.env, request.headers.authorization, access.permission);
    return assertPeer(services.env, request, request.service);
  }
  if (access.kind === 'kiosk') {
    request.kiosk = await readKiosk(services, request.headers.authorization);
    return limits.tenant(request);
  }
  const claims = await readToken(services, request.headers.authorization);
  const caller = await callerOf(services, claims);
  request.caller = caller;
  if (access.kind === 'signed-in') return assertStanding(services, caller);
  limits.tenant(request);
  const member = await actorOf(services, caller);
  request.member = member;
  // the next line written shall name the tenant
  request.madeChild = null;
  if (!mayAnywhere(member.actor.grants, access.permission)) throw new AppError('forbidden');
}

/** What verbs are given; null for whoever acts in no organisation. */
export function contextOf(services: Services, request: FastifyRequest): Ctx | null {
  const caller = request.member ?? request.kiosk;
  if (!caller) return null;
  const { organizationId, actor } = caller;
  const idempotency = idempotencyOf(request);
  const { access } = request.routeOptions.config;
  return {
    db: access?.kind === 'can' && access.from === 'replica' ? services.reads : services.db,
    orgId: organizationId,
    actor,
    now: services.now,
    get log() {
      return request.child;
    },
    correlationId: request.id,
    ...(request.span && { traceparent: request.span.traceparent }),
    nudge: services.nudge,
    ...(idempotency && { idempotency }),
  };
}

/** The global guard: who calls, and whether the route is theirs; then the context that verbs are given. */
export function addAuthentication(fastify: FastifyInstance, services: Services, limits: Limits): void {
  fastify.decorateRequest('caller', null);
  fastify.decorateRequest('member', null);
  fastify.decorateRequest('kiosk', null);
  fastify.decorateRequest('ctx', null);
  fastify.decorateRequest('service', null);
  fastify.decorateRequest('rawBody', null);
  fastify.addHook('onRequest', async (request) => {
    limits.address(request);
    await admit(services, limits, request);
  });
  fastify.addHook('preHandler', async (request) => {
    request.ctx = contextOf(services, request);
  });
}
