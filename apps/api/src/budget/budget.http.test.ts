import type { SavedForecasts } from '@vaktplan/contracts/http/budget';
import { expect } from 'vitest';
import { httpTest } from '../testing/http-test.ts';

const url = '/api/v1/budget';
const MONDAY = '2025-12-01';
const forecasts = `${url}/forecasts`;

const shop = httpTest.extend<{ locationId: string }>({
  locationId: async ({ make }, use) => use(await make.location()),
});

shop('entered, read back, and a stale version told day by day', async ({ owner, locationId }) => {
  const put = (days: object[]) =>
    owner.inject({ method: 'PUT', url: forecasts, payload: { locationId, days } });
  const first = await put([{ date: MONDAY, revenueMinor: 1_000_000, targetBasisPoints: 2850 }]);
  expect(first.statusCode).toBe(200);
  const stale = (
    await put([
      { date: MONDAY, minutes: 60 },
      { date: '2025-12-02', minutes: 60 },
    ])
  ).json<SavedForecasts>();
  expect(stale.data.map(({ result, code }) => [result, code])).toEqual([
    ['failed', 'version_conflict'],
    ['saved', null],
  ]);
  expect(stale.data[0]?.current).toMatchObject({ version: 1, revenueMinor: 1_000_000 });
  const query = `locationId=${locationId}&startDate=${MONDAY}&endDate=2025-12-07`;
  const days = await owner.inject({ url: `${url}/days?${query}` });
  expect(days.json()).toMatchObject({
    currency: 'DKK',
    days: [{ forecast: { targetBasisPoints: 2850 } }, {}, {}, {}, {}, {}, {}],
  });
  const budget = await owner.inject({ url: `${url}?${query}` });
  expect(budget.json()).toMatchObject({
    days: [{ date: MONDAY, budgetMinor: 285_000, overCost: false }, {}, {}, {}, {}, {}, {}],
  });
});

shop('the same key is answered the same, and saves once', async ({ owner, locationId }) => {
  const payload = { locationId, days: [{ date: MONDAY, revenueMinor: 5 }] };
  const send = () =>
    owner.inject({ method: 'PUT', url: `${url}/revenue`, payload, headers: { 'idempotency-key': 'once' } });
  const [first, second] = [await send(), await send()];
  expect(second.json()).toEqual(first.json());
  expect(second.json()).toMatchObject({ meta: { saved: 1, failed: 0 } });
});

shop('bad bodies and ranges are refused', async ({ app, owner, locationId }) => {
  const day = { date: MONDAY };
  const bad = [
    { locationId, days: [] },
    { locationId, days: [day, day] },
    { locationId, days: [{ ...day, revenueMinor: -1 }] },
    { locationId, days: [{ ...day, revenueMinor: 1.5 }] },
    { locationId, days: [{ ...day, targetBasisPoints: 100_001 }] },
    { locationId, days: [{ date: '2025-02-30' }] },
    {
      locationId,
      days: Array.from({ length: 63 }, (_, n) => ({
        date: new Date(1e12 + n * 864e5).toISOString().slice(0, 10),
      })),
    },
    { locationId, days: [day], currency: 'EUR' },
  ];
  for (const payload of bad)
    expect((await owner.inject({ method: 'PUT', url: forecasts, payload })).json()).toMatchObject({
      code: 'validation_failed',
    });
  const long = `${url}?locationId=${locationId}&startDate=2025-01-01&endDate=2026-02-05`;
  expect((await owner.inject({ url: long })).statusCode).toBe(400);
  expect((await app.inject({ url: long })).statusCode).toBe(401);
});
