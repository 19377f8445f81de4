import { expect } from 'vitest';
import { RosterView } from '@vaktplan/contracts/http/shifts';
import { dbTest } from '@vaktplan/testing/db-test';
import { deactivateEmployee } from '../employees/deactivate-employee.ts';
import { createShift } from '../shifts/create-shift.ts';
import { getRoster } from './get-roster.ts';

const week = { startDate: '2025-12-01', endDate: '2025-12-07' };

const shop = dbTest.extend<{
  shop: Record<'locationId' | 'kitchen' | 'floor' | 'chef' | 'cook' | 'waiter', string>;
}>({
  shop: async ({ make }, use) => {
    const locationId = await make.location({ name: 'Nørrebro' });
    const kitchen = await make.department(locationId, 'Kitchen');
    const floor = await make.department(locationId, 'Floor');
    const chef = await make.position(kitchen, 'Chef');
    const cook = await make.employee(kitchen, { name: 'Cook', number: '1', positionIds: [chef] });
    const waiter = await make.employee(floor, { name: 'Waiter' });
    const elsewhere = await make.department(await make.location());
    await make.employee(elsewhere, { name: 'Stranger' });
    await make.position(elsewhere, 'Pilot');
    await use({ locationId, kitchen, floor, chef, cook, waiter });
  },
});

shop('everything of a location in one read', async ({ ctx, shop }) => {
  const roster = RosterView.parse(await getRoster(ctx, { locationId: shop.locationId, ...week }));
  expect(roster.location).toMatchObject({
    name: 'Nørrebro',
    zone: 'Europe/Copenhagen',
    currency: 'DKK',
    weekStart: 1,
  });
  expect(roster.departments.map((one) => one.name)).toEqual(['Floor', 'Kitchen']);
  expect(roster.positions.map((one) => one.name)).toEqual(['Chef']);
  expect(roster.abilities).toEqual({ createShift: true, publish: true, seeCost: true });
  expect(roster.employees).toEqual([
    {
      id: shop.cook,
      name: 'Cook',
      number: '1',
      status: 'active',
      departmentIds: [shop.kitchen],
      positionIds: [shop.chef],
      contractedMinutesPerWeek: 2220,
      contracts: [{ from: '2020-01-01', to: null }],
      rates: [{ from: '2020-01-01', to: null, hourlyMinor: 15_000, positionId: null }],
    },
    expect.objectContaining({ name: 'Waiter', positionIds: [] }),
  ]);
});

shop(
  'colleagues see names and positions, managers the details of their own people',
  async ({ ctx, make, shop }) => {
    const colleague = make.as(ctx, await make.user('employee', { employeeId: shop.waiter }));
    const seen = await getRoster(colleague, { locationId: shop.locationId, ...week });
    expect(seen.abilities).toEqual({ createShift: false, publish: false, seeCost: false });
    expect(seen.employees[0]).toMatchObject({
      name: 'Cook',
      positionIds: [shop.chef],
      number: null,
      contractedMinutesPerWeek: null,
      contracts: [],
      rates: [],
    });
    expect(JSON.stringify(seen)).not.toContain('15000');

    const manager = make.as(ctx, await make.user('manager', { departmentId: shop.kitchen }));
    const [cook, waiter] = (await getRoster(manager, { locationId: shop.locationId, ...week })).employees;
    expect(cook?.rates).toHaveLength(1);
    expect(waiter?.rates).toEqual([]);
    const far = make.as(ctx, await make.user('manager', { locationId: await make.location() }));
    await expect(getRoster(far, { locationId: shop.locationId, ...week })).rejects.toMatchObject({
      code: 'forbidden',
    });
  },
);

shop('who left stays visible where shifts are planned', async ({ ctx, shop }) => {
  await createShift(ctx, {
    departmentId: shop.floor,
    employeeId: shop.waiter,
    startsAt: '2025-12-01T10:00',
    endsAt: '2025-12-01T12:00',
  });
  await deactivateEmployee(ctx, shop.waiter, 1, { lastDay: '2025-12-01' });
  const names = async (range: typeof week) =>
    (await getRoster(ctx, { locationId: shop.locationId, ...range })).employees.map(
      (one) => `${one.name} ${one.status}`,
    );
  expect(await names(week)).toEqual(['Cook active', 'Waiter deactivated']);
  expect(await names({ startDate: '2025-12-08', endDate: '2025-12-14' })).toEqual(['Cook active']);
});

shop('another organisation finds nothing', async ({ foreign, shop }) => {
  await expect(getRoster(foreign.ctx, { locationId: shop.locationId, ...week })).rejects.toMatchObject({
    code: 'not_found',
  });
});
