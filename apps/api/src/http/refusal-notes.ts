import { isWorthNoting, noteRefusal } from '@vaktplan/core/audit/note-refusals';
import { Id } from '@vaktplan/contracts/primitives';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import { contextOf } from './authenticate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body named a field that its route does not know. */
    namedUnknown: boolean;
  }
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whom or what it was about: the row of the address, else the person in the body. */
function subjectOf({ params, body }: FastifyRequest): string | null {
  const { id } = (params ?? {}) as { id?: unknown };
  const { employeeId } = (body ?? {}) as { employeeId?: unknown };
  return Id.safeParse(id ?? employeeId).data ?? null;
}

/**
 * Refused changes go into the audit trail before they are answered: what was rolled back leaves no other trace. A route may be
 * tried with a field that it has not (somebody else's employeeId); that counts as one.
 */
export function addRefusalNotes(fastify: FastifyInstance, services: Services): void {
  fastify.decorateRequest('namedUnknown', false);
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    const { problem, method, routeOptions, namedUnknown } = request;
    if (problem === undefined || READS.has(method)) return done();
    if (!isWorthNoting(problem) && !(problem === 'validation_failed' && namedUnknown)) return done();
    const ctx = request.ctx ?? contextOf(services, request);
    if (!ctx) return done();
    const action = `${method} ${routeOptions.url ?? ''}`;
    noteRefusal(ctx, { action, code: problem, subjectId: subjectOf(request) })
      .catch((err: unknown) => request.child.warn({ err }, 'a refusal could not be written down'))
      .finally(done);
  });
}
