import { describe, expect } from 'vitest';
import { BudgetDays, BudgetView, SavedForecasts, SavedRevenue } from '@vaktplan/contracts/http/budget';
import { dbTest } from '@vaktplan/testing/db-test';
import { createShift } from '../shifts/create-shift.ts';
import { deleteShift } from '../shifts/delete-shift.ts';
import { getBudget } from './get-budget.ts';
import { getBudgetDays } from './get-budget-days.ts';
import { saveForecasts } from './save-forecasts.ts';
import { saveRevenue } from './save-revenue.ts';

const week = { startDate: '2025-12-01', endDate: '2025-12-07' };
const MONDAY = '2025-12-01';
const fails = (code: string) => expect.objectContaining({ code });

const shop = dbTest.extend<{
  shop: Record<'locationId' | 'kitchen' | 'floor' | 'chef' | 'cook' | 'waiter', string>;
}>({
  shop: async ({ ctx, make }, use) => {
    const locationId = await make.location();
    const kitchen = await make.department(locationId, 'Kitchen');
    const floor = await make.department(locationId, 'Floor');
    const chef = await make.position(kitchen, 'Chef');
    const cook = await make.employee(kitchen, { positionIds: [chef], hourlyMinor: 20_000 });
    const waiter = await make.employee(floor, { hourlyMinor: 15_000 });
    const plan = (departmentId: string, from: string, to: string, more: object) =>
      createShift(ctx, { departmentId, startsAt: `2025-12-${from}`, endsAt: `2025-12-${to}`, ...more });
    await plan(kitchen, '01T09:00', '01T17:00', {
      employeeId: cook,
      positionId: chef,
      breaks: [{ minutes: 30, paid: false }],
    });
    await plan(kitchen, '02T22:00', '03T06:00', { employeeId: cook, positionId: chef });
    await plan(floor, '01T10:00', '01T16:00', { employeeId: waiter });
    await plan(floor, '01T10:00', '01T12:00', {});
    const gone = await plan(floor, '04T10:00', '04T12:00', { employeeId: waiter });
    await deleteShift(ctx, gone.id, 1);
    await use({ locationId, kitchen, floor, chef, cook, waiter });
  },
});

describe('the budget', () => {
  shop('per day, section and period, drafts included, deleted shifts not', async ({ ctx, shop }) => {
    await saveForecasts(ctx, {
      locationId: shop.locationId,
      days: [{ date: MONDAY, revenueMinor: 800_000, minutes: 900, targetBasisPoints: 2900 }],
    });
    await saveRevenue(ctx, {
      locationId: shop.locationId,
      days: [{ date: MONDAY, revenueMinor: 1_000_000 }],
    });
    const budget = BudgetView.parse(await getBudget(ctx, { locationId: shop.locationId, ...week }));
    expect(budget).toMatchObject({ currency: 'DKK', complete: true, abilities: { update: true } });
    expect(budget.days).toHaveLength(7);
    // 7.5 h at 200.00 and 6 h at 150.00; the open shift counts its hours only
    expect(budget.days[0]).toMatchObject({
      minutes: 450 + 360 + 120,
      costMinor: 150_000 + 90_000,
      unknownCosts: 0,
      budgetMinor: 232_000,
      overCost: true,
      overMinutes: true,
      shareOfForecast: 3000,
      shareOfActual: 2400,
      forecast: { revenueMinor: 800_000, version: 1, currency: 'DKK' },
      actual: { revenueMinor: 1_000_000, version: 1 },
    });
    expect(budget.days[1]).toMatchObject({
      costMinor: 160_000,
      budgetMinor: null,
      overCost: false,
      forecast: null,
    });
    expect(budget.days[3]).toMatchObject({ minutes: 0, costMinor: 0 });
    expect(budget.period).toMatchObject({ costMinor: 400_000, shareOfForecast: 3000, overCost: true });
    const sections = new Map(budget.sections.map((section) => [section.departmentId, section]));
    expect(sections.get(shop.kitchen)).toMatchObject({
      positionId: shop.chef,
      costMinor: 310_000,
      minutes: 930,
    });
    expect(sections.get(shop.floor)).toMatchObject({ positionId: null, costMinor: 90_000, minutes: 480 });
    expect(sections.get(shop.kitchen)?.days[1]).toMatchObject({ date: '2025-12-02', costMinor: 160_000 });
  });

  shop('somebody without a rate makes the cost a lower bound', async ({ ctx, shop, db }) => {
    await db.transaction(ctx.orgId, (tx) =>
      tx.$client.query({ text: 'delete from pay_rates where employee_id = $1', values: [shop.waiter] }),
    );
    const budget = await getBudget(ctx, { locationId: shop.locationId, ...week });
    expect(budget.days[0]).toMatchObject({ costMinor: 150_000, unknownCosts: 1 });
  });

  shop('figures in another currency are shown and compared with nothing', async ({ ctx, shop, db }) => {
    await saveForecasts(ctx, {
      locationId: shop.locationId,
      days: [{ date: MONDAY, revenueMinor: 1, targetBasisPoints: 1 }],
    });
    await db.transaction(ctx.orgId, (tx) => tx.$client.query("update organizations set currency = 'JPY'"));
    const budget = await getBudget(ctx, { locationId: shop.locationId, ...week });
    expect(budget).toMatchObject({ currency: 'JPY' });
    expect(budget.days[0]).toMatchObject({
      budgetMinor: null,
      overCost: false,
      forecast: { currency: 'DKK', revenueMinor: 1 },
    });
  });

  shop(
    'is for those who plan: a department’s manager sees that part, nobody else anything',
    async ({ ctx, make, shop, foreign }) => {
      const query = { locationId: shop.locationId, ...week };
      const manager = make.as(ctx, await make.user('manager', { departmentId: shop.kitchen }));
      const part = await getBudget(manager, query);
      expect(part).toMatchObject({ complete: false, abilities: { update: false } });
      expect(part.sections.map((section) => section.departmentId)).toEqual([shop.kitchen]);
      const waiter = make.as(ctx, await make.user('employee', { employeeId: shop.waiter }));
      await expect(getBudget(waiter, query)).rejects.toThrow(fails('forbidden'));
      const far = make.as(ctx, await make.user('manager', { locationId: await make.location() }));
      await expect(getBudget(far, query)).rejects.toThrow(fails('forbidden'));
      await expect(getBudget(foreign.ctx, query)).rejects.toThrow(fails('not_found'));
    },
  );
});

describe('forecasts and revenue', () => {
  shop(
    'each day by itself: what was changed meanwhile fails, the others are saved',
    async ({ ctx, shop }) => {
      const save = (days: Parameters<typeof saveForecasts>[1]['days']) =>
        saveForecasts(ctx, { locationId: shop.locationId, days });
      const first = SavedForecasts.parse(await save([{ date: MONDAY, revenueMinor: 100, minutes: 60 }]));
      expect(first.meta).toEqual({ saved: 1, failed: 0 });
      const second = await save([
        { date: MONDAY, revenueMinor: 200 },
        { date: '2025-12-02', version: null, targetBasisPoints: 3000 },
        { date: '2025-12-03', version: 4, minutes: 1 },
      ]);
      expect(second.data.map(({ result, code, current }) => [result, code, current?.version])).toEqual([
        ['failed', 'version_conflict', 1],
        ['saved', null, 1],
        ['failed', 'version_conflict', undefined],
      ]);
      const third = await save([{ date: MONDAY, version: 1, revenueMinor: null }]);
      expect(third.data[0]?.current).toEqual({
        revenueMinor: null,
        minutes: 60,
        targetBasisPoints: null,
        currency: 'DKK',
        version: 2,
      });
      const again = await save([{ date: MONDAY, version: 2, minutes: 60 }]);
      expect(again.data[0]).toMatchObject({ result: 'unchanged', current: { version: 2 } });
      const [events] = await ctx.db.read(ctx.orgId, [
        {
          name: 'e',
          text: "select payload from events where event_type = 'budget.changed' order by event_id",
          values: [],
        },
      ]);
      expect(events).toHaveLength(3);
      expect(events?.[1]).toEqual({
        payload: { locationId: shop.locationId, startDate: '2025-12-02', endDate: '2025-12-02' },
      });
    },
  );

  shop('two managers at once: exactly one wins', async ({ ctx, shop }) => {
    const results = await Promise.all(
      [1, 2, 3, 4].map((revenueMinor) =>
        saveRevenue(ctx, { locationId: shop.locationId, days: [{ date: MONDAY, revenueMinor }] }),
      ),
    );
    expect(results.map((one) => SavedRevenue.parse(one).meta.saved).toSorted()).toEqual([0, 0, 0, 1]);
  });

  shop('the same key saves once', async ({ ctx, shop }) => {
    const once = { ...ctx, idempotency: { key: 'k', route: 'PUT /budget/revenue', bodyHash: 'b' } };
    const input = { locationId: shop.locationId, days: [{ date: MONDAY, revenueMinor: 5 }] };
    const first = await saveRevenue(once, input);
    expect(await saveRevenue(once, input)).toEqual(first);
  });

  shop('only by those who manage the whole location', async ({ ctx, make, shop, foreign }) => {
    const input = { locationId: shop.locationId, days: [{ date: MONDAY, revenueMinor: 5 }] };
    const part = make.as(ctx, await make.user('manager', { departmentId: shop.kitchen }));
    await expect(saveRevenue(part, input)).rejects.toThrow(fails('forbidden'));
    const waiter = make.as(ctx, await make.user('employee', { employeeId: shop.waiter }));
    await expect(saveForecasts(waiter, input)).rejects.toThrow(fails('forbidden'));
    await expect(saveForecasts(foreign.ctx, input)).rejects.toThrow(fails('not_found'));
    const manager = make.as(ctx, await make.user('manager', { locationId: shop.locationId }));
    expect((await saveRevenue(manager, input)).meta.saved).toBe(1);
  });

  shop('what was entered, day by day, for those who plan', async ({ ctx, make, shop, foreign }) => {
    const query = { locationId: shop.locationId, ...week };
    await saveForecasts(ctx, { locationId: shop.locationId, days: [{ date: MONDAY, minutes: 60 }] });
    await saveRevenue(ctx, { locationId: shop.locationId, days: [{ date: '2025-12-07', revenueMinor: 5 }] });
    const entered = BudgetDays.parse(await getBudgetDays(ctx, query));
    expect(entered.days).toHaveLength(7);
    expect(entered.days[0]).toMatchObject({ date: MONDAY, forecast: { minutes: 60 }, actual: null });
    expect(entered.days[6]).toMatchObject({ forecast: null, actual: { revenueMinor: 5 } });
    const part = make.as(ctx, await make.user('manager', { departmentId: shop.kitchen }));
    expect((await getBudgetDays(part, query)).abilities).toEqual({ update: false });
    const waiter = make.as(ctx, await make.user('employee', { employeeId: shop.waiter }));
    await expect(getBudgetDays(waiter, query)).rejects.toThrow(fails('forbidden'));
    await expect(getBudgetDays(foreign.ctx, query)).rejects.toThrow(fails('not_found'));
  });
});
