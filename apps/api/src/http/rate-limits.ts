import type { FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import { SharedCounts } from './shared-counts.ts';
import { TooManyRequests } from './too-many-requests.ts';

/** Counts the request. @throws TooManyRequests */
type Limit = (request: FastifyRequest) => void;
export type Limits = { address: Limit; tenant: Limit };

const MINUTE = 60_000;

/** By address and by tenant, counted over all instances. */
export function createRateLimits({ env, redis }: Services): Limits {
  const counts = new SharedCounts(redis);
  const limit = (most: number, keyOf: (request: FastifyRequest) => string): Limit => {
    return (request) => {
      const { current, ttl } = counts.add(`vaktplan:limit:${keyOf(request)}`, MINUTE);
      if (current > most) throw new TooManyRequests(Math.max(1, Math.ceil(ttl / 1000)));
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
