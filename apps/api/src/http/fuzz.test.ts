import { ERRORS } from '@vaktplan/contracts/errors';
import { ErrorCode, Problem } from '@vaktplan/contracts/problem';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { describe, expect } from 'vitest';
import { attackTest } from '../testing/attack-test.ts';
import { sumOf } from '../testing/attack-world.ts';
import { operationsOf, type Operation } from '../testing/documented-routes.ts';
import { EDGE_DATES, EDGE_TIMES, oddValue } from '../testing/odd-values.ts';
import type { Request } from '../testing/recipe.ts';
import { RECIPES } from '../testing/recipes.ts';
import { send, withValue } from '../testing/send.ts';

/** Cases a route; a night's run asks for more. */
const CASES = Number(process.env.FUZZ_CASES ?? 30);
const SEED = Number(process.env.FUZZ_SEED ?? 20_251_201);
const ORDER = ['GET', 'PATCH', 'POST', 'DELETE'];

type Change = { at: string; value: unknown };
const fieldName = (at: string): string => at.replace(/^.*\./, '').replace(/^(start|end)(?=Date|s?At)/, '');

/** One to three fields of the operation with an odd value each, or one value in all fields of a kind. */
function changes({ fields }: Operation): fc.Arbitrary<Change[]> {
  const headers = ['header.If-Match', 'header.Idempotency-Key'];
  const all = [
    ...fields,
    ...headers.filter((at) => !fields.some((one) => one.at === at)).map((at) => ({ at, schema: {} })),
  ];
  const one = fc
    .constantFrom(...all)
    .chain(({ at, schema }) => oddValue(at, schema).map((value) => ({ at, value })));
  const kin = one.map(({ at, value }) =>
    all.filter((other) => fieldName(other.at) === fieldName(at)).map((other) => ({ at: other.at, value })),
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: kin },
  );
}

/** What is wrong with an answer, if anything: an error of the server, or one that the document does not know. */
function faultOf({ statuses }: Operation, answer: LightMyRequestResponse): string | undefined {
  const { statusCode, headers, body } = answer;
  const said = `${statusCode} ${body.slice(0, 300)}`;
  if (statusCode >= 500) return said;
  if (statusCode < 400) return statuses.includes(statusCode) ? undefined : `undocumented: ${said}`;
  const problem = Problem.safeParse(JSON.parse(body));
  if (!problem.success || !String(headers['content-type']).startsWith('application/problem+json'))
    return said;
  const { code, status } = problem.data;
  return ErrorCode.options.includes(code) && ERRORS[code][0] === status && status === statusCode
    ? undefined
    : said;
}

describe('odd values in every field of every route', () => {
  attackTest(
    'times at the edge of the calendar, in all fields at once',
    { timeout: 90_000 },
    async ({ app, home }) => {
      const faults: string[] = [];
      let tried = 0;
      for (const operation of operationsOf(app)) {
        for (const edges of [EDGE_DATES, EDGE_TIMES]) {
          const right = RECIPES[operation.name]?.make(home.world) ?? {};
          const fields = operation.fields.filter(({ at }) => edges.fields.test(at));
          for (const value of fields.length > 0 ? edges.values : []) {
            const request = fields.reduce((sofar, { at }) => withValue(sofar, at, value), right);
            const fault = faultOf(operation, await send(home.boss, operation, request));
            tried++;
            if (fault) faults.push(`${operation.name} ${value}: ${fault}`);
          }
        }
      }
      expect(faults).toEqual([]);
      expect(tried).toBeGreaterThan(100);
    },
  );

  attackTest(
    'no server error, no answer that the document does not know',
    { timeout: 20_000 + CASES * 4_000 },
    async ({ app, home, abroad, testDatabase }) => {
      const others = await sumOf(testDatabase.url.owner, abroad.orgId);
      const faults: string[] = [];
      const met = new Map<number, number>();
      const operations = operationsOf(app).toSorted(
        (a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method),
      );
      for (const operation of operations) {
        for (const wrong of fc.sample(changes(operation), { numRuns: CASES, seed: SEED })) {
          const right: Request = RECIPES[operation.name]?.make(home.world) ?? {};
          const request = wrong.reduce((sofar, { at, value }) => withValue(sofar, at, value), right);
          const answer = await send(home.boss, operation, request);
          met.set(answer.statusCode, (met.get(answer.statusCode) ?? 0) + 1);
          const fault = faultOf(operation, answer);
          if (fault) faults.push(`${operation.name} ${JSON.stringify(wrong).slice(0, 300)}: ${fault}`);
        }
      }
      expect(faults).toEqual([]);
      expect(await sumOf(testDatabase.url.owner, abroad.orgId)).toBe(others);
      // the odd and the good have both been reached
      for (const status of [200, 201, 400, 404, 422]) expect(met.get(status)).toBeGreaterThan(5);
    },
  );
});
