import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '@vaktplan/contracts/errors';
import type { FastifyInstance } from 'fastify';
import { sha256 } from '../sha256.ts';

// asked by the platform, by our own services on the private network, who have tokens of their own, and by the gateway
// for the public keys
const DIRECT = /^\/(health|metrics|internal|auth\/jwks)(\/|$)/;

/** Did the request come through our gateway or web app? Always, when there is no secret to know them by. */
export function isFromGateway(headers: IncomingHttpHeaders, secret: string | undefined): boolean {
  if (secret === undefined) return true;
  const given = headers['x-origin-secret'];
  return typeof given === 'string' && isSecret(given, secret);
}

/** Is it the secret? Hashes have one length, so the comparison tells nothing. */
export const isSecret = (given: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(secret)));

/** Refuses who found the API's own address: there nobody has counted them, and anybody can say who they are. */
export function addOriginSecret(fastify: FastifyInstance, secret: string | undefined): void {
  if (secret === undefined) return;
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (DIRECT.test(request.url) || isFromGateway(request.headers, secret)) return done();
    done(new AppError('forbidden', { detail: 'This address is not called directly.' }));
  });
}
