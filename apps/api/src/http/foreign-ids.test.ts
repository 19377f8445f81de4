import { describe, expect } from 'vitest';
import { signServiceToken } from '../auth/service-token.ts';
import { attackTest } from '../testing/attack-test.ts';
import { sumOf } from '../testing/attack-world.ts';
import { PRIVATE } from '../testing/private.ts';
import { isId, operationsOf, type Operation } from '../testing/documented-routes.ts';
import type { Recipe, Request } from '../testing/recipe.ts';
import { RECIPES } from '../testing/recipes.ts';
import { leavesOf, send, withValue } from '../testing/send.ts';

const recipeOf = ({ name }: Operation): Recipe => {
  const recipe = RECIPES[name];
  if (!recipe) throw new Error(`${name} has no recipe`);
  return recipe;
};
const REFUSED = [403, 404];

/** The request with each id of one world put in the place of its counterpart, one at a time. */
function* swapped(request: Request, own: Record<string, string>, others: Record<string, string>) {
  for (const [at, value] of leavesOf(request)) {
    const key = Object.keys(own).find((name) => own[name] === value);
    if (key) yield { at, request: withValue(request, at, others[key]) };
  }
}

describe('recipes', () => {
  attackTest('there is one for every route, with every id it takes', async ({ app, home }) => {
    const missing: string[] = [];
    for (const operation of operationsOf(app)) {
      const recipe = RECIPES[operation.name];
      if (!recipe) {
        missing.push(operation.name);
        continue;
      }
      // items of a list may be of several kinds: what one of them sends is sent
      const sent = new Set(leavesOf(recipe.make(home.world)).map(([at]) => at.replaceAll(/\.\d+/g, '.0')));
      const ids = operation.fields.filter(isId).map(({ at }) => at);
      missing.push(...ids.filter((at) => !sent.has(at)).map((at) => `${operation.name} ${at}`));
    }
    const known = new Set(operationsOf(app).map(({ name }) => name));
    const undocumented = app.nest
      .getHttpAdapter()
      .getInstance()
      .routeTable.filter(({ method, url }) => method !== 'HEAD' && url.includes(':'))
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
      .filter((name) => !known.has(name));
    expect(missing).toEqual([]);
    // between services; below
    expect(undocumented).toEqual(['GET /internal/employees/{id}']);
    expect(Object.keys(RECIPES).filter((name) => !known.has(name))).toEqual([]);
  });

  attackTest('the owner may do all of it', async ({ app, home }) => {
    const wrong: string[] = [];
    for (const operation of operationsOf(app)) {
      const answer = await send(home.boss, operation, recipeOf(operation).make(home.world));
      const expected = recipeOf(operation).absent ? [404] : operation.statuses;
      if (!expected.includes(answer.statusCode))
        wrong.push(`${operation.name}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
    }
    expect(wrong).toEqual([]);
  });
});

attackTest(
  'ids of another organisation: not found, in address, query and body; nothing there changes',
  async ({ app, home, abroad, testDatabase }) => {
    const before = await sumOf(testDatabase.url.owner, home.orgId);
    const named = Object.values(home.world.ids);
    const wrong: string[] = [];
    let tried = 0;
    for (const operation of operationsOf(app)) {
      const { make, filter } = recipeOf(operation);
      for (const { at, request } of swapped(make(abroad.world), abroad.world.ids, home.world.ids)) {
        const answer = await send(abroad.boss, operation, request);
        const told = named.filter((id) => answer.body.includes(id));
        const left = filter && at !== 'body.locationId' && [200, 422].includes(answer.statusCode);
        tried++;
        if ((answer.statusCode !== 404 && !left) || told.length > 0)
          wrong.push(`${operation.name} ${at}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(60);
    expect(await sumOf(testDatabase.url.owner, home.orgId)).toBe(before);
  },
);

attackTest(
  'an id made by the client that another organisation has already: a row of one’s own all the same',
  async ({ app, home, abroad, testDatabase }) => {
    const before = await sumOf(testDatabase.url.owner, home.orgId);
    const taken = [
      ['POST /api/v1/shifts', home.world.ids.shift],
      ['POST /api/v1/shifts/{id}/copy', home.world.ids.open],
      ['POST /api/v1/time-tracking/punches', home.world.ids.punch],
    ] as const;
    for (const [name, id] of taken) {
      const operation = operationsOf(app).find((one) => one.name === name);
      if (!operation) throw new Error(`${name} is gone`);
      const answer = await send(
        abroad.boss,
        operation,
        withValue(recipeOf(operation).make(abroad.world), 'body.id', id),
      );
      expect([name, answer.statusCode]).toEqual([name, 201]);
      expect(answer.body).not.toContain(home.world.ids.department);
    }
    expect(await sumOf(testDatabase.url.owner, home.orgId)).toBe(before);
  },
);

attackTest('between services, an id counts in its own organisation only', async ({ app, home, abroad }) => {
  const { SERVICE_TOKEN_SECRET } = app.services.env;
  const token = await signServiceToken(SERVICE_TOKEN_SECRET, {
    service: 'worker',
    permissions: ['read:employees'],
  });
  const url = `/internal/employees/${home.world.ids.colleague}?organizationId=${abroad.orgId}`;
  const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
  expect(answer.statusCode).toBe(404);
});

attackTest(
  'a manager of another department and a plain colleague: refused, and nothing changes',
  async ({ app, home, testDatabase }) => {
    const before = await sumOf(testDatabase.url.owner, home.orgId);
    const secrets = [...Object.values(PRIVATE), home.world.ids.shift, home.world.ids.entry];
    const wrong: string[] = [];
    for (const operation of operationsOf(app)) {
      const { make, open } = recipeOf(operation);
      if (open && operation.method !== 'GET') continue;
      for (const who of ['peer', 'elsewhere'] as const) {
        const answer = await send(home[who], operation, make(home.world));
        const told = secrets.filter((secret) => secret && answer.body.includes(secret));
        const shown = open && answer.statusCode === 200;
        if ((!REFUSED.includes(answer.statusCode) && !shown) || told.length > 0)
          wrong.push(`${operation.name} ${who}: ${answer.statusCode} ${told} ${answer.body.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await sumOf(testDatabase.url.owner, home.orgId)).toBe(before);
  },
);
