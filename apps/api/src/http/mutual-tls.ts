import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import { AppError } from '@vaktplan/contracts/errors';
import { EnvError } from '@vaktplan/platform/env';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Env } from '../env.ts';

type TlsEnv = Pick<Env, 'INTERNAL_TLS_PORT' | 'INTERNAL_TLS_CERT' | 'INTERNAL_TLS_KEY' | 'INTERNAL_TLS_CA'>;

/** A certificate as text, or the file that holds it. */
const pemOf = (value: string): string => {
  if (value.startsWith('-----BEGIN')) return value;
  if (existsSync(value)) return readFileSync(value, 'utf8');
  throw new EnvError(new Map([['INTERNAL_TLS_*', 'is neither a PEM text nor a file']]));
};

/**
 * Opens a second port for our own services, where both sides show a certificate of `INTERNAL_TLS_CA`: who has none does not
 * get as far as a request. Nothing where no port is set. @returns how to close it
 * @throws EnvError when only some of the four are set
 */
export async function listenMutually(
  env: TlsEnv & Pick<Env, 'HOST'>,
  fastify: FastifyInstance,
): Promise<() => Promise<void>> {
  const { INTERNAL_TLS_PORT, INTERNAL_TLS_CERT, INTERNAL_TLS_KEY, INTERNAL_TLS_CA } = env;
  if (INTERNAL_TLS_PORT === undefined) return async () => undefined;
  if (!INTERNAL_TLS_CERT || !INTERNAL_TLS_KEY || !INTERNAL_TLS_CA)
    throw new EnvError(new Map([['INTERNAL_TLS_CERT, _KEY and _CA', 'are needed with INTERNAL_TLS_PORT']]));
  const certificates = {
    cert: pemOf(INTERNAL_TLS_CERT),
    key: pemOf(INTERNAL_TLS_KEY),
    ca: pemOf(INTERNAL_TLS_CA),
  };
  const strict = { requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' } as const;
  const limits = { requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 16_384 };
  const server = createServer({ ...certificates, ...strict, ...limits }, (request, reply) =>
    fastify.routing(request, reply),
  );
  // a stranger's handshake fails, and that is all there is to it
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  await fastify.ready();
  await once(server.listen(INTERNAL_TLS_PORT, env.HOST), 'listening');
  return async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    await closed;
  };
}

/**
 * Where certificates are set up, `/internal` is served on their port only, and a token is good only in the hands of the
 * service that its sender's certificate names. @throws AppError forbidden
 */
export function assertPeer(env: TlsEnv, request: FastifyRequest, service: string): void {
  if (env.INTERNAL_TLS_PORT === undefined) return;
  const { socket } = request.raw;
  const named =
    socket instanceof TLSSocket && socket.authorized ? socket.getPeerCertificate().subject.CN : undefined;
  if (named !== service) throw new AppError('forbidden');
}
