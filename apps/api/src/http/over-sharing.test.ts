import { describe, expect } from 'vitest';
import { attackTest } from '../testing/attack-test.ts';
import { PRIVATE } from '../testing/private.ts';
import { operationsOf } from '../testing/documented-routes.ts';
import type { Request } from '../testing/recipe.ts';
import { RECIPES } from '../testing/recipes.ts';
import { requestOf } from '../testing/send.ts';

const SECRET_KEY = /"[^"]*(password|hash|secret|token|apikey|salt)[^"]*":/i;
const SECRET_VALUE = /\$argon2|eyJ[\w-]{20,}\.|-----BEGIN/;

/** The request as it is, and once more without the filters that may be left out. */
function* widened(request: Request): Iterable<Request> {
  yield request;
  const { startDate, endDate, locationId } = request.query ?? {};
  if (startDate) yield { ...request, query: { startDate, endDate } };
  if (locationId) yield { ...request, query: { locationId } };
  if (request.query) yield { ...request, query: {} };
}

describe('every read', () => {
  attackTest('tells a plain employee nothing private of colleagues', async ({ app, home }) => {
    const { ids } = home.world;
    const secrets: string[] = [...Object.values(PRIVATE), ids.shift ?? '', ids.entry ?? '', home.world.token];
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const operation of operationsOf(app).filter(({ method }) => method === 'GET')) {
      const request = RECIPES[operation.name]?.make(home.world);
      if (!request) throw new Error(`${operation.name} has no recipe`);
      // found by its secret alone: shows the invited person their own address
      if (operation.url.includes('{token}')) continue;
      for (const one of widened(request)) {
        const { statusCode, body } = await home.peer.inject(requestOf(operation, one));
        if (statusCode === 200) seen.add(operation.name);
        const told = secrets.filter((secret) => body.includes(secret));
        const addresses = [...body.matchAll(/[\w.+-]+@[\w.-]+/g)].map(String);
        const own = [home.world.peer.userId, ids.peer ?? ''].map((id) => id.slice(-12));
        const others = addresses.filter((address) => !own.some((id) => address.startsWith(id)));
        const key = SECRET_KEY.exec(body)?.[0] ?? SECRET_VALUE.exec(body)?.[0];
        if (told.length + others.length > 0 || key)
          wrong.push(`${operation.name} ${JSON.stringify(one.query)}: ${[...told, ...others, key].join()}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(12);
  });

  attackTest('gives the owner no hash and no token of anybody', async ({ app, home }) => {
    const wrong: string[] = [];
    let shown = '';
    for (const operation of operationsOf(app).filter(({ method }) => method === 'GET')) {
      const request = RECIPES[operation.name]?.make(home.world) ?? {};
      const { body } = await home.boss.inject(requestOf(operation, request));
      shown += body;
      const key = SECRET_KEY.exec(body)?.[0] ?? SECRET_VALUE.exec(body)?.[0];
      if (key || body.includes(home.world.token)) wrong.push(`${operation.name}: ${key}`);
    }
    expect(wrong).toEqual([]);
    // the same words are there for those who may read them
    for (const word of Object.values(PRIVATE)) expect(shown).toContain(word);
  });
});
