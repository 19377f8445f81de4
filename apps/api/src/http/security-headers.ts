import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import { isDocs } from './route-table.ts';

const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** What only a page that a browser shows has any use for, or only browsers of long ago. */
const FOR_PAGES = {
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  dnsPrefetchControl: false,
  ieNoOpen: false,
  permittedCrossDomainPolicies: false,
  xssFilter: false,
} as const satisfies HelmetOptions;

/** What helmet would set on every answer. It does so by a dozen functions for each; the answer is always the same. */
function fixedHeaders(options: Partial<typeof FOR_PAGES>): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    frameguard: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'same-site' },
    ...options,
  });
  set({} as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error;
  });
  return headers;
}

/** An API has no page to show: nothing may be loaded, framed or sniffed. Only the documentation has scripts and styles. */
export function addSecurityHeaders(fastify: FastifyInstance): void {
  const headers = fixedHeaders(FOR_PAGES);
  const docs = { ...fixedHeaders({}), 'content-security-policy': DOCS_POLICY };
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(isDocs(request.routeOptions.url ?? '') ? docs : headers);
    done();
  });
}
