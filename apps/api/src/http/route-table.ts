import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Access } from './access.ts';

export type Route = { method: string; url: string; access: Access };
type Known = Route & { pattern: RegExp };

declare module 'fastify' {
  interface FastifyInstance {
    routeTable: Known[];
  }
}

/** Documentation has no data of anybody. */
const DOCS = /^\/docs(\/|$)/;
export const isDocs = (url: string): boolean => DOCS.test(url);

const escape = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : escape(part)))
      .join('/')}/?$`,
  );

const accessOf = (route: RouteOptions): Access => {
  const access = route.config?.access;
  if (access) return access;
  if (isDocs(route.url)) return { kind: 'public' };
  throw new Error(
    `${String(route.method)} ${route.url} says not who may call it: add @Can, @SignedIn or @Public`,
  );
};

/** Keeps every route with who may call it. A route that does not say so stops the boot. Call before any route is made. */
export function keepRouteTable(fastify: FastifyInstance): void {
  fastify.decorate('routeTable', []);
  fastify.addHook('onRoute', (route) => {
    const access = accessOf(route);
    for (const method of [route.method].flat()) {
      fastify.routeTable.push({ method, url: route.url, access, pattern: patternOf(route.url) });
    }
  });
}

/** The methods that the request's address would take, for 405. */
export const otherMethods = (request: FastifyRequest): string[] => {
  const path = request.url.split('?')[0] ?? '';
  const methods = request.server.routeTable
    .filter((route) => route.pattern.test(path))
    .map((route) => route.method);
  return [...new Set(methods)];
};
