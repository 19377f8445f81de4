import { ROLE_PERMISSIONS } from '@vaktplan/contracts/permissions';
import type { UserActor } from '@vaktplan/core/context/ctx';
import type { InjectOptions } from 'fastify';
import { describe, expect } from 'vitest';
import { describeApi } from '../openapi.ts';
import { badTokens } from '../testing/bad-tokens.ts';
import type { TestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';
import { makeKiosk } from '../testing/kiosk.ts';
import type { Route } from './route-table.ts';

// Every route is read from the application itself, so that a new one cannot be missed.
const routesOf = (app: TestApp): Route[] =>
  app.nest
    .getHttpAdapter()
    .getInstance()
    .routeTable.filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/docs'));

const nameOf = ({ method, url }: Route): string => `${method} ${url}`;
const addressOf = ({ url }: Route, id = crypto.randomUUID() as string): string => url.replaceAll(/:\w+/g, id);
const ask = (route: Route, more: Partial<InjectOptions> = {}): InjectOptions => ({
  method: route.method as 'GET',
  url: addressOf(route),
  ...more,
});
const takesBody = ({ method }: Route): boolean => ['POST', 'PUT', 'PATCH'].includes(method);

/** Routes whose body has a contract. */
const withSchema = (app: TestApp): Route[] => {
  const { paths } = describeApi(app.nest);
  return routesOf(app).filter((route) => {
    const documented = paths[route.url.replaceAll(/:(\w+)/g, '{$1}')];
    const operation = documented?.[route.method.toLowerCase() as 'post'];
    return operation?.requestBody !== undefined;
  });
};

describe('who may call', () => {
  httpTest('every route says so, and few are public', async ({ app }) => {
    const open = routesOf(app).filter((route) => route.access.kind === 'public');
    const outside = open.filter(({ url }) => !/^\/(auth|health|metrics)(\/|$)/.test(url));
    expect(outside.map(nameOf).toSorted()).toEqual([
      'GET /api/v1/calendar/:token',
      'GET /api/v1/invitations/:token',
      'GET /api/v1/time',
      'POST /api/v1/invitations/accept',
      'POST /api/v1/kiosk/enroll',
      'POST /api/v1/webhooks/clerk',
    ]);
    expect(routesOf(app).length).toBeGreaterThan(40);
  });

  httpTest('no token and every bad one: 401 everywhere', async ({ app, ctx }) => {
    const tokens = await badTokens(app, ctx.actor as UserActor, ctx.orgId);
    const closed = routesOf(app).filter((route) => route.access.kind !== 'public');
    const wrong: string[] = [];
    for (const route of closed) {
      const nobody = await app.inject(ask(route));
      if (nobody.statusCode !== 401) wrong.push(`${nameOf(route)} without a token: ${nobody.statusCode}`);
      for (const [what, token] of Object.entries(tokens)) {
        // somebody signed in who belongs nowhere is no stranger to these
        if (what === 'with ids that are none' && route.access.kind === 'service') continue;
        const answer = await app.inject(ask(route, { headers: { authorization: `Bearer ${token}` } }));
        if (answer.statusCode !== 401) wrong.push(`${nameOf(route)} ${what}: ${answer.statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(closed.length).toBeGreaterThan(25);
  });

  httpTest('an employee is refused where the role lacks the permission', async ({ app, ctx, make }) => {
    const employee = await app.as(await make.user('employee'), ctx.orgId);
    const wrong: string[] = [];
    for (const route of routesOf(app)) {
      if (route.access.kind !== 'can') continue;
      if ((ROLE_PERMISSIONS.employee as readonly string[]).includes(route.access.permission)) continue;
      const answer = await employee.inject(ask(route));
      if (answer.statusCode !== 403) wrong.push(`${nameOf(route)}: ${answer.statusCode}`);
    }
    expect(wrong).toEqual([]);
  });

  httpTest('a person of no organisation is told so', async ({ app, ctx, foreign }) => {
    const elsewhere = await app.as(foreign.ctx.actor as UserActor, ctx.orgId);
    const answer = await elsewhere.inject({ url: '/api/v1/me' });
    expect(answer.json()).toMatchObject({ status: 403, code: 'no_organization' });
  });
});

describe('what is sent', () => {
  const bodies: [what: string, more: Partial<InjectOptions>, status: number, code: string][] = [
    ['bad JSON', { payload: '{"a":', headers: { 'content-type': 'application/json' } }, 400, 'invalid_json'],
    [
      '__proto__',
      { payload: '{"__proto__":{"a":1}}', headers: { 'content-type': 'application/json' } },
      400,
      'invalid_json',
    ],
    [
      'a form',
      { payload: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported_media_type',
    ],
    ['text', { payload: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
    [
      'a packed body',
      { payload: '{}', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } },
      415,
      'unsupported_media_type',
    ],
    ['too much', { payload: { a: 'x'.repeat(1_048_576) } }, 413, 'body_too_large'],
  ];
  httpTest.for(bodies)('%s', async ([, more, status, code], { app, owner, ctx, make }) => {
    const wrong: string[] = [];
    const tablet = await makeKiosk(ctx, app.services.env, { locationId: await make.location() });
    for (const route of routesOf(app).filter(takesBody)) {
      const { token } = route.access.kind === 'kiosk' ? tablet : owner;
      const headers = { authorization: `Bearer ${token}`, ...more.headers };
      const answer = await app.inject(ask(route, { ...more, headers }));
      const is = answer.json<{ code: string }>().code;
      if (answer.statusCode !== status || is !== code)
        wrong.push(`${nameOf(route)}: ${answer.statusCode} ${is}`);
    }
    expect(wrong).toEqual([]);
  });

  httpTest(
    'an unknown field or a body of another type is refused where a body has a contract',
    async ({ app, owner, ctx, make }) => {
      const wrong: string[] = [];
      const tablet = await makeKiosk(ctx, app.services.env, { locationId: await make.location() });
      for (const route of withSchema(app)) {
        const { token } = route.access.kind === 'kiosk' ? tablet : owner;
        for (const payload of [{ surprise: 1 }, [], [{}], '"text"', '42', 'null', 'true']) {
          const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
          const answer = await app.inject(ask(route, { payload, headers }));
          const { code, errors = [] } = answer.json<{ code: string; errors?: { message: string }[] }>();
          // the answer names the field that nobody asked for
          const named =
            !(typeof payload === 'object' && 'surprise' in payload) ||
            errors.some(({ message }) => message.includes('surprise'));
          if (answer.statusCode !== 400 || code !== 'validation_failed' || !named) {
            wrong.push(`${nameOf(route)} ${JSON.stringify(payload)}: ${answer.statusCode} ${code}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(withSchema(app).length).toBeGreaterThan(15);
    },
  );

  httpTest('ids that are none: refused, never a server error', async ({ app, owner }) => {
    const wrong: string[] = [];
    for (const route of routesOf(app).filter(({ url }) => url.includes(':'))) {
      for (const id of ['1', 'null', '%00', "'--", '..%2f..%2fetc', '%F0%9F%A6%8A', 'x'.repeat(150)]) {
        const answer = await owner.inject({ ...ask(route), url: addressOf(route, id) });
        if (answer.statusCode >= 500 || answer.statusCode < 400)
          wrong.push(`${nameOf(route)} ${id}: ${answer.statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  httpTest('a hundred thousand unknown fields give a small answer', async ({ app, owner }) => {
    const payload = Object.fromEntries(Array.from({ length: 70_000 }, (_, nr) => [`f${nr}`, 1]));
    const answer = await owner.inject({ method: 'POST', url: '/api/v1/shifts', payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.body.length).toBeLessThan(5000);
    expect(app.services.env.LOG_LEVEL).toBe('silent');
  });

  httpTest('a body of 10,000 levels is refused', async ({ owner }) => {
    const payload = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'deep' };
    const answer = await owner.inject({ method: 'POST', url: '/api/v1/shifts', payload, headers });
    expect(answer.statusCode).toBe(400);
  });
});
