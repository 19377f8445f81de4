import type { FastifyInstance } from 'fastify';

const versionIn = (body: unknown): number | undefined => {
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  return typeof version === 'number' ? version : undefined;
};

/** A view that carries a version is answered with it as its ETag, to be sent back in If-Match. */
export function addETags(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (_request, reply, body: unknown, done) => {
    const version = versionIn(body);
    if (version !== undefined) void reply.header('etag', `"${version}"`);
    done(null, body);
  });
}
