import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import { TooManyRequests } from './too-many-requests.ts';

type Limit = (request: FastifyRequest) => Promise<void>;
export type Limits = { address: Limit; tenant: Limit };

const MINUTE = 60_000;

/** Counts in Redis, so that all instances share the count. While Redis is away, requests pass uncounted. */
export async function addRateLimits(fastify: FastifyInstance, { env, redis }: Services): Promise<Limits> {
  await fastify.register(rateLimit, {
    global: false,
    redis,
    skipOnError: true,
    nameSpace: 'vaktplan:limit:',
  });

  const limit = (max: number, keyOf: (request: FastifyRequest) => string): Limit => {
    const count = fastify.createRateLimit({ max, timeWindow: MINUTE, keyGenerator: keyOf });
    return async (request) => {
      const answer = await count(request);
      if (!answer.isAllowed && answer.isExceeded) throw new TooManyRequests(Math.max(1, answer.ttlInSeconds));
    };
  };
  return {
    address: limit(env.RATE_LIMIT_ADDRESS, (request) => `address:${request.ip}`),
    tenant: limit(env.RATE_LIMIT_TENANT, (request) => `tenant:${request.caller?.organizationId ?? 'none'}`),
  };
}
