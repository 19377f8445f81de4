import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { EmployeePage, EmployeeView } from '@vaktplan/contracts/http/employees';
import { dbTest } from '@vaktplan/testing/db-test';
import { createEmployee } from './create-employee.ts';
import { getEmployee } from './get-employee.ts';
import { listEmployees } from './list-employees.ts';
import { updateEmployee } from './update-employee.ts';

const code = (name: string) => ({ code: name });
const contract = { from: '2025-11-01', to: null, minutesPerWeek: 37 * 60 };

const shop = dbTest.extend<{ shop: Record<'locationId' | 'kitchen' | 'floor' | 'chef', string> }>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const kitchen = await make.department(locationId, 'Kitchen');
    const floor = await make.department(locationId, 'Floor');
    await use({ locationId, kitchen, floor, chef: await make.position(kitchen, 'Chef') });
  },
});

describe('creating', () => {
  shop('with departments, positions, contract and rate', async ({ ctx, shop }) => {
    const made = await createEmployee(ctx, {
      name: 'Ada Berg',
      email: 'ada@example.test',
      number: '17',
      departmentIds: [shop.kitchen, shop.floor, shop.kitchen],
      positionIds: [shop.chef],
      contract,
      rate: { from: '2025-11-01', hourlyMinor: 18_550 },
    });
    expect(EmployeeView.parse(made)).toMatchObject({
      status: 'active',
      positionIds: [shop.chef],
      contract,
      hourlyMinor: 18_550,
      version: 1,
      abilities: { update: true, invite: true, deactivate: true },
    });
    expect([...made.departmentIds].sort()).toEqual([shop.kitchen, shop.floor].sort());
    expect(await getEmployee(ctx, made.id)).toEqual(made);
    const [events] = await ctx.db.read(ctx.orgId, [
      { name: 'e', text: 'select event_type, payload from events', values: [] },
    ]);
    expect(events).toEqual([{ event_type: 'employee.created', payload: { employeeId: made.id } }]);
  });

  shop('an address or number that is taken is refused', async ({ ctx, shop }) => {
    const who = { name: 'A', departmentIds: [shop.kitchen] };
    await createEmployee(ctx, { ...who, email: 'a@example.test', number: '1' });
    await expect(createEmployee(ctx, { ...who, email: 'a@example.test' })).rejects.toMatchObject(
      code('email_taken'),
    );
    await expect(createEmployee(ctx, { ...who, number: '1' })).rejects.toMatchObject(code('number_taken'));
    await expect(
      createEmployee(ctx, { ...who, contract: { ...contract, to: '2025-11-01' } }),
    ).rejects.toMatchObject(code('validation_failed'));
  });

  shop('a position of another location does not fit', async ({ ctx, make, shop }) => {
    const elsewhere = await make.position(await make.department(await make.location()));
    await expect(
      createEmployee(ctx, { name: 'A', departmentIds: [shop.kitchen], positionIds: [elsewhere] }),
    ).rejects.toMatchObject(code('position_elsewhere'));
  });

  shop('the same key makes one person', async ({ ctx, shop }) => {
    const once = { ...ctx, idempotency: { key: 'k', route: 'POST /employees', bodyHash: 'a' } };
    const who = { name: 'A', departmentIds: [shop.kitchen] };
    const made = await Promise.all([1, 2, 3].map(() => createEmployee(once, who)));
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
    expect((await listEmployees(ctx, {})).data).toHaveLength(1);
  });
});

describe('who may', () => {
  shop('a manager sees and changes the people of the own departments only', async ({ ctx, make, shop }) => {
    const cook = await make.employee(shop.kitchen, { name: 'Cook' });
    const waiter = await make.employee(shop.floor, { name: 'Waiter' });
    const manager = make.as(ctx, await make.user('manager', { departmentId: shop.kitchen }));
    const page = await listEmployees(manager, {});
    expect(page.data.map((one) => one.name)).toEqual(['Cook']);
    expect(page.data[0]).toMatchObject({
      hourlyMinor: 15_000,
      abilities: { update: true, deactivate: false },
    });
    expect((await getEmployee(manager, cook)).name).toBe('Cook');
    await expect(getEmployee(manager, waiter)).rejects.toMatchObject(code('forbidden'));
    await expect(updateEmployee(manager, waiter, 1, { name: 'x' })).rejects.toMatchObject(code('forbidden'));
    await expect(
      createEmployee(manager, { name: 'x', departmentIds: [shop.kitchen, shop.floor] }),
    ).rejects.toMatchObject(code('forbidden'));
    await expect(
      updateEmployee(manager, cook, 1, { departmentIds: [shop.kitchen, shop.floor] }),
    ).rejects.toMatchObject(code('forbidden'));
    const atLocation = make.as(ctx, await make.user('manager', { locationId: shop.locationId }));
    expect((await listEmployees(atLocation, {})).data).toHaveLength(2);
  });

  shop('an employee sees nobody here', async ({ ctx, make, shop }) => {
    const id = await make.employee(shop.kitchen);
    const own = make.as(ctx, await make.user('employee', { employeeId: id }));
    await expect(listEmployees(own, {})).rejects.toMatchObject(code('forbidden'));
    await expect(getEmployee(own, id)).rejects.toMatchObject(code('forbidden'));
    await expect(updateEmployee(own, id, 1, { name: 'x' })).rejects.toMatchObject(code('forbidden'));
    await expect(createEmployee(own, { name: 'x', departmentIds: [shop.kitchen] })).rejects.toMatchObject(
      code('forbidden'),
    );
  });

  shop('another organisation finds nothing, in path or body', async ({ ctx, foreign, make, shop }) => {
    const theirs = await foreign.make.department(await foreign.make.location());
    const id = await foreign.make.employee(theirs);
    const mine = await make.employee(shop.kitchen);
    const tries = [
      () => getEmployee(ctx, id),
      () => updateEmployee(ctx, id, 1, { name: 'x' }),
      () => createEmployee(ctx, { name: 'x', departmentIds: [theirs] }),
      () => updateEmployee(ctx, mine, 1, { departmentIds: [theirs] }),
      () => updateEmployee(ctx, mine, 1, { positionIds: [uuidv7()] }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(code('not_found'));
    expect((await listEmployees(ctx, { departmentId: theirs })).data).toEqual([]);
  });
});

describe('listing', () => {
  shop('pages by name, without gaps or repeats', async ({ ctx, make, shop }) => {
    const names = ['berit', 'Anna', 'Åse', 'anna', 'Carl', 'Dina', 'Çelik'];
    for (const name of names) await make.employee(shop.kitchen, { name });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = EmployeePage.parse(await listEmployees(ctx, { cursor, limit: 2 }));
      seen.push(...page.data.map((one) => one.id));
      cursor = page.meta.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual((await listEmployees(ctx, {})).data.map((one) => one.id));
    expect(new Set(seen).size).toBe(names.length);
    await expect(listEmployees(ctx, { cursor: 'bogus' })).rejects.toMatchObject(code('validation_failed'));
  });

  shop('searches name, address and number; signs are only signs', async ({ ctx, make, shop }) => {
    await make.employee(shop.kitchen, { name: 'Ada 100%', number: 'K-1' });
    await make.employee(shop.floor, { name: 'Bo_rge', email: 'bo@nord.test' });
    const names = async (search: string) =>
      (await listEmployees(ctx, { search })).data.map((one) => one.name);
    expect(await names('aDA')).toEqual(['Ada 100%']);
    expect(await names('NORD.test')).toEqual(['Bo_rge']);
    expect(await names('k-1')).toEqual(['Ada 100%']);
    expect(await names('100%')).toEqual(['Ada 100%']);
    expect(await names('%')).toEqual(['Ada 100%']);
    expect(await names('_')).toEqual(['Bo_rge']);
    expect(await names("'; drop table employees; --")).toEqual([]);
    expect((await listEmployees(ctx, { departmentId: shop.floor })).data).toHaveLength(1);
    expect((await listEmployees(ctx, { locationId: shop.locationId, status: 'invited' })).data).toEqual([]);
  });
});

describe('changing', () => {
  shop('a new contract and rate end the ones before; the past stays', async ({ ctx, make, shop, clock }) => {
    const id = await make.employee(shop.kitchen, { positionIds: [shop.chef] });
    const changed = await updateEmployee(ctx, id, 1, {
      contract: { from: '2025-12-08', to: null, minutesPerWeek: 1200 },
      rate: { from: '2025-12-08', hourlyMinor: 16_000 },
    });
    expect(changed).toMatchObject({
      contract: { from: '2020-01-01', to: '2025-12-08', minutesPerWeek: 2220 },
      hourlyMinor: 15_000,
      positionIds: [shop.chef],
      version: 2,
    });
    clock.set('2025-12-07T23:00:00Z');
    expect(await getEmployee(ctx, id)).toMatchObject({
      contract: { from: '2025-12-08', to: null, minutesPerWeek: 1200 },
      hourlyMinor: 16_000,
    });
    // corrected on its first day: replaced, not kept beside it
    await updateEmployee(ctx, id, 2, { rate: { from: '2025-12-08', hourlyMinor: 17_000 } });
    const [rates] = await ctx.db.read(ctx.orgId, [
      {
        name: 'r',
        text: 'select hourly_minor, valid::text from pay_rates where employee_id = $1 order by valid',
        values: [id],
      },
    ]);
    expect(rates).toEqual([
      { hourly_minor: 15_000, valid: '[2020-01-01,2025-12-08)' },
      { hourly_minor: 17_000, valid: '[2025-12-08,)' },
    ]);
    for (const past of [
      { rate: { from: '2025-12-07', hourlyMinor: 1 } },
      { contract: { from: '2021-01-01', to: '2022-01-01', minutesPerWeek: 1 } },
    ]) {
      await expect(updateEmployee(ctx, id, 3, past)).rejects.toMatchObject(code('validation_failed'));
    }
    expect((await getEmployee(ctx, id)).version).toBe(3);
  });

  shop('leaving a location takes its positions along', async ({ ctx, make, shop }) => {
    const other = await make.department(await make.location());
    const runner = await make.position(null, 'Runner');
    const id = await make.employee(shop.kitchen, { positionIds: [shop.chef, runner] });
    const moved = await updateEmployee(ctx, id, 1, { departmentIds: [other] });
    expect(moved).toMatchObject({ departmentIds: [other], positionIds: [runner] });
    await expect(updateEmployee(ctx, id, 2, { positionIds: [shop.chef] })).rejects.toMatchObject(
      code('position_elsewhere'),
    );
  });

  shop('a stale version is refused with the newer view', async ({ ctx, make, shop }) => {
    const id = await make.employee(shop.kitchen);
    await updateEmployee(ctx, id, 1, { phone: '+45 1234' });
    await expect(updateEmployee(ctx, id, 1, { phone: null })).rejects.toMatchObject({
      code: 'version_conflict',
      current: { phone: '+45 1234', version: 2 },
    });
    await expect(updateEmployee(ctx, id, undefined, {})).rejects.toMatchObject(code('version_missing'));
    expect(await updateEmployee(ctx, id, 2, { phone: null })).toMatchObject({ phone: null, version: 3 });
  });
});
