import { expect } from 'vitest';
import { httpTest } from '../testing/http-test.ts';

const WEEK = 'startDate=2025-12-01&endDate=2025-12-07';

const shop = httpTest.extend<{
  shop: { locationId: string; employeeId: string; at: (format: string) => string };
}>({
  shop: async ({ make, owner }, use) => {
    const locationId = await make.location({ name: 'Café Ørsted, 1. sal' });
    const departmentId = await make.department(locationId);
    const employeeId = await make.employee(departmentId, { name: '=1+1 Łukasz' });
    const payload = { departmentId, employeeId, startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
    await owner.inject({ method: 'POST', url: '/api/v1/shifts', payload });
    const at = (format: string) =>
      `/api/v1/schedules/export?format=${format}&locationId=${locationId}&${WEEK}`;
    await use({ locationId, employeeId, at });
  },
});

shop.for([
  ['csv', 'text/csv; charset=utf-8', '\uFEFFDate,Start,End'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
  ['pdf', 'application/pdf', '%PDF-'],
] as const)(
  'the schedule as %s, to save under its name',
  async ([format, type, beginning], { owner, shop }) => {
    const answer = await owner.inject({ url: shop.at(format) });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="schedule-cafe-orsted-1-sal-2025-12-01-2025-12-07.${format}"`,
    );
    expect(answer.rawPayload.toString('utf8').startsWith(beginning)).toBe(true);
    if (format === 'csv') expect(answer.body).toContain("'=1+1 Łukasz");
  },
);

shop('several PDFs at once, each in its turn', async ({ owner, shop }) => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => owner.inject({ url: shop.at('pdf') })));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
});

shop(
  'a PDF of more lines than paper should have is refused, the spreadsheet is not',
  async ({ owner, make, ctx, shop }) => {
    const departmentId = await make.department(shop.locationId);
    await ctx.db.transaction(ctx.orgId, (tx) =>
      tx.$client.query(
        `with people as (insert into employees (organization_id, id, name, email)
         select $1, gen_random_uuid(), 'Person ' || n, n || '@many.test' from generate_series(1, 400) n returning id)
       insert into employee_departments (organization_id, employee_id, department_id) select $1, id, $2 from people`,
        [ctx.orgId, departmentId],
      ),
    );
    const at = (format: string) => shop.at(format).replace('endDate=2025-12-07', 'endDate=2026-01-31');
    const refused = await owner.inject({ url: at('pdf') });
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({ code: 'range_too_long' });
    for (const [format, beginning] of [
      ['xlsx', 'PK'],
      ['csv', '\uFEFFDate'],
    ] as const) {
      const answer = await owner.inject({ url: at(format) });
      expect([answer.statusCode, answer.rawPayload.toString().slice(0, beginning.length)]).toEqual([
        200,
        beginning,
      ]);
    }
  },
);

shop(
  'refused: nobody, a stranger, too long, no such form',
  async ({ app, owner, make, ctx, foreign, shop }) => {
    expect((await app.inject({ url: shop.at('csv') })).statusCode).toBe(401);
    if (foreign.ctx.actor.kind !== 'user') throw new Error('no user');
    const stranger = await app.as(foreign.ctx.actor, foreign.ctx.orgId);
    expect((await stranger.inject({ url: shop.at('csv') })).statusCode).toBe(404);
    const far = await app.as(await make.user('manager', { locationId: await make.location() }), ctx.orgId);
    expect((await far.inject({ url: shop.at('csv') })).json()).toMatchObject({ code: 'forbidden' });
    const bad = [
      shop.at('docx'),
      shop.at('csv').replace('2025-12-07', '2027-01-05'),
      `${shop.at('csv')}&colour=red`,
    ];
    for (const url of bad) expect((await owner.inject({ url })).statusCode).toBe(400);
  },
);
