import { expect } from 'vitest';
import { ImportResult } from '@vaktplan/contracts/http/employees';
import { dbTest } from '@vaktplan/testing/db-test';
import { importEmployees } from './import-employees.ts';
import { listEmployees } from './list-employees.ts';

const shop = dbTest.extend<{ departmentId: string }>({
  departmentId: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId, 'Kitchen');
    await make.department(locationId, 'Floor');
    await make.position(departmentId, 'Chef');
    await make.position(null, 'Runner');
    await make.employee(departmentId, { name: 'Here Already', email: 'here@x.test', number: '7' });
    await use(departmentId);
  },
});

const FILE = [
  'Name;Email;Number;Department;Position;Hourly_Rate;Hours_Per_Week',
  'Ada Berg;ADA@x.test;1;;chef;185,50;37',
  ';nobody@x.test;2;;;;',
  'Bo Dahl;here@x.test;3;;;;',
  'Cy Eng;cy@x.test;7;;;;',
  'Di Falk;ada@x.test;4;;;;',
  'Ed Gren;not an address;5;;;12.345;200',
  'Fi Holm;fi@x.test;6;Moon;Astronaut;;',
  '=HYPERLINK("http://x");gi@x.test;8;floor;Runner;160.00;20',
].join('\n');

shop('each row has its own result; a bad one leaves its neighbours alone', async ({ ctx, departmentId }) => {
  const result = ImportResult.parse(await importEmployees(ctx, { csv: FILE, departmentId }));
  expect(result).toMatchObject({ created: 2, failed: 6 });
  expect(result.rows.map((row) => [row.line, row.result, row.code])).toEqual([
    [2, 'created', null],
    [3, 'failed', 'validation_failed'],
    [4, 'failed', 'email_taken'],
    [5, 'failed', 'number_taken'],
    [6, 'failed', 'email_taken'],
    [7, 'failed', 'validation_failed'],
    [8, 'failed', 'validation_failed'],
    [9, 'created', null],
  ]);
  expect(result.rows[4]?.message).toBe('email: Line 2 has the same');
  expect(result.rows[5]?.message).toMatch(/email: .*; hourly_rate: .*; hours_per_week: /);
  const { data } = await listEmployees(ctx, {});
  expect(data.map((one) => one.name)).toEqual(
    expect.arrayContaining(['Ada Berg', '=HYPERLINK("http://x")', 'Here Already']),
  );
  expect(data.find((one) => one.name === 'Ada Berg')).toMatchObject({
    email: 'ada@x.test',
    hourlyMinor: 18_550,
    contract: { from: '2025-12-01', to: null, minutesPerWeek: 2220 },
  });
  const [events] = await ctx.db.read(ctx.orgId, [
    { name: 'e', text: 'select event_type from events', values: [] },
  ]);
  expect(events).toEqual([{ event_type: 'employee.created' }, { event_type: 'employee.created' }]);
});

shop('a dry run says the same and keeps nothing', async ({ ctx, departmentId }) => {
  const dry = await importEmployees(ctx, { csv: FILE, departmentId, dryRun: true });
  expect(dry).toMatchObject({ created: 0, failed: 6 });
  expect(dry.rows.filter((row) => row.result === 'would_create').map((row) => row.line)).toEqual([2, 9]);
  expect((await listEmployees(ctx, {})).data).toHaveLength(1);
  const wet = await importEmployees(ctx, { csv: FILE, departmentId });
  expect(wet.rows.map((row) => row.code)).toEqual(dry.rows.map((row) => row.code));
});

shop('text that cannot be stored fails its own row', async ({ ctx, departmentId }) => {
  const result = await importEmployees(ctx, { csv: 'name\nNul\u0000\nAda', departmentId });
  expect(result.rows.map((row) => row.code)).toEqual(['validation_failed', null]);
});

shop('the same key imports once', async ({ ctx, departmentId }) => {
  const once = { ...ctx, idempotency: { key: 'k', route: 'POST /employees/import', bodyHash: 'a' } };
  const first = await importEmployees(once, { csv: FILE, departmentId });
  expect(await importEmployees(once, { csv: FILE, departmentId })).toEqual(first);
  expect((await listEmployees(ctx, {})).data).toHaveLength(3);
});

shop(
  'a manager imports into own departments only; a foreign department is not there',
  async ({ ctx, make, foreign, departmentId }) => {
    const manager = make.as(ctx, await make.user('manager', { departmentId }));
    const result = await importEmployees(manager, { csv: FILE, departmentId });
    expect(result.rows.at(-1)).toMatchObject({ result: 'failed', code: 'validation_failed' });
    const elsewhere = make.as(
      ctx,
      await make.user('manager', { departmentId: await make.department(await make.location()) }),
    );
    await expect(importEmployees(elsewhere, { csv: FILE, departmentId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(importEmployees(foreign.ctx, { csv: FILE, departmentId })).rejects.toMatchObject({
      code: 'not_found',
    });
  },
);

shop('2,000 rows in one go', async ({ ctx, departmentId }) => {
  const rows = Array.from({ length: 2000 }, (_, nr) => `Person ${nr},p${nr}@x.test,${nr + 100}`);
  const result = await importEmployees(ctx, { csv: `name,email,number\n${rows.join('\n')}`, departmentId });
  expect(result).toMatchObject({ created: 2000, failed: 0 });
});
