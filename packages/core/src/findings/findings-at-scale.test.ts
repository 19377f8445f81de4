import { expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ruleFactStatements } from '@vaktplan/db/queries/rule-facts';
import { dbTest } from '@vaktplan/testing/db-test';
import { createShift } from '../shifts/create-shift.ts';
import { getFeasibility } from './get-feasibility.ts';
import { listFindings } from './list-findings.ts';

const PEOPLE = 1000;
const range = { startDate: '2025-12-01', endDate: '2025-12-07' };
const ROUNDS = 15;

/** A location with a thousand people and five shifts of each in each of four weeks. */
const chain = dbTest.extend<{ place: { locationId: string; departmentId: string } }>({
  place: async ({ ctx, make, db, testDatabase: _ready }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const positionId = await make.position(departmentId);
    await db.transaction(ctx.orgId, async (tx) => {
      const run = (text: string, values: unknown[]) => tx.$client.query(text, values);
      await run("set local statement_timeout = '60s'", []);
      await run(
        `insert into employees (organization_id, id, name) select $1, gen_random_uuid(), 'Person ' || n from generate_series(1, ${PEOPLE}) n`,
        [ctx.orgId],
      );
      await run(
        'insert into employee_departments (organization_id, employee_id, department_id) select organization_id, id, $2 from employees where organization_id = $1',
        [ctx.orgId, departmentId],
      );
      await run(
        `insert into employment_contracts (organization_id, id, employee_id, minutes_per_week, valid)
         select organization_id, gen_random_uuid(), id, 2220, '[2020-01-01,)' from employees where organization_id = $1`,
        [ctx.orgId],
      );
      await run(
        'insert into employee_positions (organization_id, employee_id, position_id) select organization_id, id, $2 from employees where organization_id = $1',
        [ctx.orgId, positionId],
      );
      const scheduleId = uuidv7();
      await run(
        "insert into schedules (organization_id, id, location_id, department_id, period) values ($1, $2, $3, $4, '[2025-11-01,2026-02-01)')",
        [ctx.orgId, scheduleId, locationId, departmentId],
      );
      await run(
        `insert into shifts (organization_id, id, schedule_id, location_id, department_id, position_id, employee_id, starts_at, ends_at, zone, local_date)
         select $1, gen_random_uuid(), $2, $3, $4, $5, e.id, d.day + interval '7 hours', d.day + interval '15 hours', 'Europe/Copenhagen', d.day
         from (select id, row_number() over (order by id)::int as nr from employees where organization_id = $1) e,
           generate_series(date '2025-11-17', date '2025-12-14', interval '1 day') as d(day)
         where (extract(isodow from d.day)::int + e.nr) % 7 < 5`,
        [ctx.orgId, scheduleId, locationId, departmentId, positionId],
      );
    });
    await use({ locationId, departmentId });
  },
});

const quantile = (times: number[], q: number): number =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * q)] ?? 0);

chain(
  'a thousand people and a week: figures are printed, the index is used',
  { timeout: 120_000 },
  async ({ ctx, place, db, testDatabase }) => {
    const shift = await createShift(ctx, {
      departmentId: place.departmentId,
      startsAt: '2025-12-01T17:00',
      endsAt: '2025-12-01T23:00',
    });
    const timed = async (what: string, work: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let nr = 0; nr < ROUNDS; nr++) {
        const began = performance.now();
        await work();
        times.push(performance.now() - began);
      }
      console.log(`${what}: p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`);
    };
    const scope = { locationId: place.locationId, ...range };
    const answer = await getFeasibility(ctx, { ...scope, shiftIds: [shift.id] });
    expect(answer.employees).toHaveLength(PEOPLE);
    expect(Buffer.from(answer.verdicts[0]?.bits ?? '', 'base64')).toHaveLength((PEOPLE * 7) / 4);
    await timed('feasibility, 1,000 x 7', () => getFeasibility(ctx, { ...scope, shiftIds: [shift.id] }));
    await timed('findings of the week', () => listFindings(ctx, scope));
    await timed('a shift created', () =>
      createShift(ctx, {
        departmentId: place.departmentId,
        startsAt: '2025-12-01T17:00',
        endsAt: '2025-12-01T23:00',
      }),
    );

    expect(testDatabase.url.owner).toBeTruthy();
    const plan = await db.transaction(ctx.orgId, async (tx) => {
      await tx.$client.query('analyze shifts').catch(() => undefined);
      const [, shifts] = ruleFactStatements(ctx.orgId, scope);
      const { rows } = await tx.$client.query(`explain (analyze, costs off) ${shifts.text}`, shifts.values);
      return rows.map((row) => Object.values(row as object)[0] as string).join('\n');
    });
    expect(plan).toMatch(/Index Scan using shifts_by_employee/);
    expect(plan).not.toMatch(/Seq Scan on shifts/);
  },
);
