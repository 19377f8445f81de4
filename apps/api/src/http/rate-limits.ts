import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import { SharedCounts } from './shared-counts.ts';
import { TooManyRequests } from './too-many-requests.ts';

type Limit = (request: FastifyRequest) => Promise<void>;
export type Limits = { address: Limit; tenant: Limit };

const MINUTE = 60_000;

/** By address and by tenant, counted over all instances. */
export async function addRateLimits(fastify: FastifyInstance, { env, redis }: Services): Promise<Limits> {
  const counts = new SharedCounts(redis);
  class Store implements FastifyRateLimitStore {
    incr: FastifyRateLimitStore['incr'] = (key, done, windowMs) =>
      done(null, counts.add(`vaktplan:limit:${key}`, windowMs));
    child = (): Store => this;
  }
  await fastify.register(rateLimit, { global: false, store: Store, skipOnError: true });

  const limit = (max: number, keyOf: (request: FastifyRequest) => string): Limit => {
    const count = fastify.createRateLimit({ max, timeWindow: MINUTE, keyGenerator: keyOf });
    return async (request) => {
      const answer = await count(request);
      if (!answer.isAllowed && answer.isExceeded) throw new TooManyRequests(Math.max(1, answer.ttlInSeconds));
    };
  };
  return {
    address: limit(env.RATE_LIMIT_ADDRESS, (request) => `address:${request.ip}`),
    tenant: limit(
      env.RATE_LIMIT_TENANT,
      (request) => `tenant:${(request.caller ?? request.kiosk)?.organizationId ?? 'none'}`,
    ),
  };
}
