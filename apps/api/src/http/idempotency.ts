import { AppError } from '@vaktplan/contracts/errors';
import type { Ctx } from '@vaktplan/core/context/ctx';
import type { FastifyRequest } from 'fastify';
import { sha256 } from '../sha256.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** How the request asked to be answered once only. @throws AppError validation_failed */
export function idempotencyOf(request: FastifyRequest): Ctx['idempotency'] {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    const message = '1 to 200 visible characters';
    throw new AppError('validation_failed', { errors: [{ path: 'Idempotency-Key', message }] });
  }
  const path = request.url.split('?')[0];
  const address = `${request.method} ${path}`;
  return { key, route: address.slice(0, 300), bodyHash: sha256(request.rawBody ?? '') };
}
