import { describe, expect } from 'vitest';
import { attackTest } from '../testing/attack-test.ts';
import { sumOf } from '../testing/attack-world.ts';
import { operationsOf } from '../testing/documented-routes.ts';
import type { Request } from '../testing/recipe.ts';
import { RECIPES } from '../testing/recipes.ts';
import { requestOf, send, withValue } from '../testing/send.ts';

const NOBODY = '01890000-0000-7000-8000-000000000000';
/** What a body might be given to become more than it may be. */
const EXTRA = {
  id: NOBODY,
  organizationId: NOBODY,
  userId: NOBODY,
  role: 'owner',
  grants: [{ role: 'owner', locationId: null, departmentId: null }],
  status: 'active',
  hourlyRate: 1,
  version: 99,
  constructor: { prototype: { admin: true } },
} as const;

/** The body and every object in it. */
const objectsIn = (value: unknown, at: string): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...(Array.isArray(value) ? [] : [at]),
        ...Object.entries(value).flatMap(([key, below]) => objectsIn(below, `${at}.${key}`)),
      ];

describe('a field that nobody asked for', () => {
  attackTest(
    'is refused in every body, at every depth, and changes nothing',
    async ({ app, home, testDatabase }) => {
      const before = await sumOf(testDatabase.url.owner, home.orgId);
      const wrong: string[] = [];
      let tried = 0;
      for (const operation of operationsOf(app)) {
        const request = RECIPES[operation.name]?.make(home.world);
        if (!request?.body) continue;
        const known = new Set(operation.fields.map(({ at }) => at.replaceAll(/\.\d+/g, '.0')));
        for (const place of objectsIn(request.body, 'body')) {
          for (const [field, value] of Object.entries(EXTRA)) {
            const at = `${place}.${field}`;
            if (known.has(at.replaceAll(/\.\d+/g, '.0'))) continue;
            const answer = await home.boss.inject(requestOf(operation, withValue(request, at, value)));
            tried++;
            if (answer.statusCode !== 400) wrong.push(`${operation.name} ${at}: ${answer.statusCode}`);
          }
          const answer = await home.boss.inject(requestOf(operation, withProto(request, place)));
          if (answer.statusCode !== 400)
            wrong.push(`${operation.name} ${place}.__proto__: ${answer.statusCode}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(200);
      expect(await sumOf(testDatabase.url.owner, home.orgId)).toBe(before);
      expect(Object.keys({}.constructor.prototype)).toEqual([]);
    },
  );

  attackTest('is not heard where a route takes no body', async ({ app, home, abroad, testDatabase }) => {
    const before = await sumOf(testDatabase.url.owner, abroad.orgId);
    for (const operation of operationsOf(app).filter(({ method }) => ['POST', 'PATCH'].includes(method))) {
      const recipe = RECIPES[operation.name];
      const request = recipe?.make(home.world);
      if (!request || request.body) continue;
      const body = { ...EXTRA, constructor: undefined, organizationId: abroad.orgId };
      const plain = await send(home.boss, operation, { ...request, body });
      const expected = recipe?.absent ? 404 : operation.statuses[0];
      expect([operation.name, plain.statusCode]).toEqual([operation.name, expected]);
      expect([operation.name, plain.json()]).not.toMatchObject([operation.name, { version: 99 }]);
    }
    expect(await sumOf(testDatabase.url.owner, abroad.orgId)).toBe(before);
  });
});

const withProto = (request: Request, at: string): Request =>
  withValue(request, `${at}.__proto__`, { role: 'owner' });

attackTest('a manager cannot hand out more than they hold', async ({ app, ctx, home, make }) => {
  const manager = await app.as(
    await make.user('manager', { departmentId: home.world.ids.department }),
    ctx.orgId,
  );
  const url = `/api/v1/employees/${home.world.ids.candidate}/invite`;
  for (const role of ['owner', 'admin', 'manager']) {
    const answer = await manager.inject({ method: 'POST', url, payload: { role } });
    expect([role, answer.statusCode]).toEqual([role, 403]);
  }
  const admin = await app.as(await make.user('admin'), ctx.orgId);
  expect((await admin.inject({ method: 'POST', url, payload: { role: 'owner' } })).statusCode).toBe(403);
});
