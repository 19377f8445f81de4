import { AppError } from '@vaktplan/contracts/errors';
import type { FastifyInstance } from 'fastify';

/** Takes JSON and nothing else: a form or text would let another site's page write without asking first. */
export function addBodyParsers(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (request.headers['content-encoding']) return done(new AppError('unsupported_media_type'));
    request.rawBody = body;
    if (body.length === 0) return done(null, undefined);
    void parse(request, body.toString('utf8'), (error, value) => {
      done(error ? new AppError('invalid_json', { cause: error }) : null, value);
    });
  });
}
