import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { routeOf } from '../../apps/gateway/src/route.ts';

type Route = { name: string; paths: string[]; headers?: Record<string, string[]> };
type Plugin = { name: string; config: Record<string, unknown> };
type Kong = { services: { name: string; routes: Route[] }[]; plugins: Plugin[] };

const file = path.resolve(import.meta.dirname, '../../ops/kong/kong.yml');
const kong = parse(readFileSync(file, 'utf8')) as Kong;

const matches = ({ paths, headers = {} }: Route, at: string, given: Headers): boolean =>
  paths.some((one) => (one.startsWith('~') ? new RegExp(`^${one.slice(1)}`).test(at) : at.startsWith(one))) &&
  Object.entries(headers).every(([name, values]) =>
    values.some((value) => new RegExp(value.replace(/^~\*/, ''), 'i').test(given.get(name) ?? '')),
  );

/** As Kong's router chooses: more conditions first, then a pattern before a beginning. */
function serviceOf(at: string, given: Headers): string | undefined {
  const weight = ({ headers = {}, paths }: Route) =>
    Object.keys(headers).length * 2 + (paths[0]?.startsWith('~') ? 1 : 0);
  return kong.services
    .flatMap(({ name, routes }) => routes.map((route) => ({ name, route })))
    .filter(({ route }) => matches(route, at, given))
    .toSorted((a, b) => weight(b.route) - weight(a.route))[0]?.name;
}

const PATHS = [
  '/',
  '/schedule',
  '/api/auth/sign-in/email',
  '/api/v1/shifts',
  '/api/v12',
  '/api/version',
  '/auth/token',
  '/authors',
  '/graphql',
  '/realtime/?EIO=4',
  '/calendar/abc.ics',
  '/internal/reports',
  '/health/ready',
  '/metrics',
  '/docs/openapi.json',
  '/documents',
];

test.each(PATHS)('Kong sends %s where the Worker does, with a token and without', (at) => {
  for (const given of [new Headers(), new Headers({ authorization: 'Bearer x' })])
    expect(serviceOf(at, given)).toBe(routeOf(at, given));
});

test('it proves itself to the origin, and believes nobody who says who they are', () => {
  const { config } = kong.plugins.find(({ name }) => name === 'request-transformer') as Plugin;
  expect(config).toMatchObject({
    remove: { headers: expect.arrayContaining(['x-real-ip', 'forwarded', 'x-origin-secret']) },
    add: { headers: ['x-origin-secret:${ORIGIN_SECRET}'] },
  });
  const names = kong.plugins.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['rate-limiting', 'correlation-id', 'request-size-limiting']));
});
