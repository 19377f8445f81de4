import { describe, expect } from 'vitest';
import { sql } from 'drizzle-orm';
import { CandidateList, FeasibilityView, FindingList } from '@vaktplan/contracts/http/findings';
import * as schema from '@vaktplan/db/schema';
import { dbTest } from '@vaktplan/testing/db-test';
import { createShift } from '../shifts/create-shift.ts';
import { deleteShift } from '../shifts/delete-shift.ts';
import { updateShift } from '../shifts/update-shift.ts';
import { CELL, cellAt } from './feasibility.rules.ts';
import { getFeasibility } from './get-feasibility.ts';
import { listCandidates } from './list-candidates.ts';
import { listFindings } from './list-findings.ts';

const range = { startDate: '2025-12-01', endDate: '2025-12-07' };
type Place = Record<'here' | 'bar' | 'kitchen' | 'there' | 'other' | 'barista' | 'ida' | 'bo', string>;

const shop = dbTest.extend<{
  shop: Place;
  at: (day: string, from: string, to: string) => { startsAt: string; endsAt: string };
}>({
  at: async ({}, use) =>
    use((day, from, to) => ({ startsAt: `2025-12-${day}T${from}`, endsAt: `2025-12-${day}T${to}` })),
  shop: async ({ make }, use) => {
    const here = await make.location();
    const there = await make.location();
    const [bar, kitchen, other] = [
      await make.department(here),
      await make.department(here),
      await make.department(there),
    ];
    const barista = await make.position(bar, 'Barista');
    const ida = await make.employee(bar, { name: 'Ida', positionIds: [barista], hourlyMinor: 20_000 });
    const bo = await make.employee(bar, { name: 'Bo', positionIds: [barista], hourlyMinor: 10_000 });
    await use({ here, there, bar, kitchen, other, barista, ida, bo });
  },
});

describe('findings of a range', () => {
  shop('rule, window, actual and limit; who went on is noted', async ({ ctx, shop, at, db }) => {
    const first = await createShift(ctx, {
      departmentId: shop.bar,
      employeeId: shop.ida,
      ...at('01', '14:00', '23:00'),
    });
    const second = await createShift(ctx, {
      departmentId: shop.bar,
      employeeId: shop.ida,
      ...at('02', '08:00', '16:00'),
      override: { reason: 'She asked for it' },
    });
    const found = FindingList.parse(await listFindings(ctx, { locationId: shop.here, ...range }));
    expect(found.data).toEqual([
      {
        rule: 'rest_short',
        severity: 'warn',
        employeeId: shop.ida,
        shiftIds: [first.id, second.id],
        window: { from: '2025-12-01T22:00:00Z', to: '2025-12-02T07:00:00Z' },
        startDate: '2025-12-01',
        endDate: '2025-12-02',
        unit: 'minutes',
        actual: 540,
        limit: 660,
        subjectId: null,
        source: 'Directive 2003/88/EC, article 3',
        override: {
          by: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
          reason: 'She asked for it',
          at: ctx.now().toString(),
        },
      },
    ]);
    // other figures are another finding, over which nobody has gone
    const longer = await updateShift(ctx, first.id, 1, at('01', '14:00', '23:30'));
    await updateShift(ctx, first.id, longer.version, at('01', '14:00', '22:30'));
    const [changed] = (await listFindings(ctx, { locationId: shop.here, ...range })).data;
    expect(changed).toMatchObject({ actual: 570, override: { reason: null } });
    const rows = await db.transaction(ctx.orgId, (tx) => tx.select().from(schema.ruleViolations));
    expect(rows.map((row) => [row.shiftVersion, row.actual]).toSorted()).toEqual([
      [1, 540],
      [2, 510],
      [3, 570],
    ]);
    await deleteShift(ctx, second.id, 1);
    expect((await listFindings(ctx, { locationId: shop.here, ...range })).data).toEqual([]);
  });

  shop('shifts elsewhere count, and are named only to who plans there', async ({ ctx, shop, at, make }) => {
    await createShift(ctx, { departmentId: shop.other, employeeId: shop.ida, ...at('01', '14:00', '23:00') });
    const here = await createShift(ctx, {
      departmentId: shop.bar,
      employeeId: shop.ida,
      ...at('02', '06:00', '14:00'),
    });
    const all = await listFindings(ctx, { locationId: shop.here, ...range });
    expect(all.data[0]?.shiftIds).toHaveLength(2);
    const manager = make.as(ctx, await make.user('manager', { departmentId: shop.bar }));
    const own = await listFindings(manager, { locationId: shop.here, ...range });
    expect(own.data[0]).toMatchObject({ rule: 'rest_short', shiftIds: [here.id] });
    // the kitchen's manager sees nothing of it
    const cook = make.as(ctx, await make.user('manager', { departmentId: shop.kitchen }));
    expect((await listFindings(cook, { locationId: shop.here, ...range })).data).toEqual([]);
  });

  shop('refused to employees, not found for others', async ({ ctx, shop, make, foreign }) => {
    const employee = make.as(ctx, await make.user('employee', { employeeId: shop.ida }));
    const query = { locationId: shop.here, ...range };
    await expect(listFindings(employee, query)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listFindings(foreign.ctx, query)).rejects.toMatchObject({ code: 'not_found' });
  });

  shop('the week is summed whole, though the range is one day', async ({ ctx, shop, at }) => {
    for (const day of ['01', '02', '03', '04', '05', '06'])
      await createShift(ctx, { departmentId: shop.bar, employeeId: shop.bo, ...at(day, '08:00', '16:30') });
    const day = { startDate: '2025-12-03', endDate: '2025-12-03' };
    const { data } = await listFindings(ctx, { locationId: shop.here, ...day });
    expect(data.map((one) => [one.rule, one.actual, one.limit, one.startDate, one.endDate])).toEqual([
      ['over_maximum', 3060, 2880, '2025-12-01', '2025-12-07'],
      ['over_contracted', 3060, 2220, '2025-12-01', '2025-12-07'],
    ]);
  });
});

describe('the API is the judge', () => {
  const asking = shop.extend<{ licence: string }>({
    licence: async ({ ctx, db, shop }, use) => {
      const organizationId = ctx.orgId;
      const id = await db.transaction(ctx.orgId, async (tx) => {
        const [skill] = await tx
          .insert(schema.skills)
          .values({ organizationId, name: 'Licence' })
          .returning();
        const skillId = (skill as { id: string }).id;
        await tx.insert(schema.positionSkills).values({ organizationId, positionId: shop.barista, skillId });
        await tx.insert(schema.employeeSkills).values({
          organizationId,
          employeeId: shop.bo,
          skillId,
          valid: sql`daterange('2025-01-01', '2025-12-03')` as never,
        });
        return skillId;
      });
      await use(id);
    },
  });

  asking('a reason is asked for where the rule asks', async ({ ctx, shop, at, licence }) => {
    const shift = { departmentId: shop.bar, positionId: shop.barista, ...at('02', '09:00', '17:00') };
    await expect(createShift(ctx, { ...shift, employeeId: shop.ida })).rejects.toMatchObject({
      code: 'override_reason_required',
      errors: [{ path: 'override.reason', message: 'lacks a skill the position asks for' }],
    });
    const made = await createShift(ctx, {
      ...shift,
      employeeId: shop.ida,
      override: { reason: 'In training' },
    });
    // what does not move is not judged again
    const noted = await updateShift(ctx, made.id, 1, { notes: 'Bring the keys' });
    await expect(updateShift(ctx, made.id, noted.version, at('02', '09:00', '16:00'))).rejects.toMatchObject({
      code: 'override_reason_required',
    });
    const { data } = await listFindings(ctx, { locationId: shop.here, ...range });
    expect(data).toMatchObject([
      {
        rule: 'skill_missing',
        subjectId: licence,
        unit: 'day',
        actual: '2025-12-02',
        override: { reason: 'In training' },
      },
    ]);
  });

  asking('a skill that ends at midnight ends inside the night shift', async ({ ctx, shop, at, licence }) => {
    const bo = { departmentId: shop.bar, positionId: shop.barista, employeeId: shop.bo };
    await createShift(ctx, { ...bo, ...at('02', '14:00', '20:00') });
    const night = { startsAt: at('02', '22:00', '').startsAt, endsAt: at('03', '', '06:00').endsAt };
    await expect(createShift(ctx, { ...bo, ...night })).rejects.toMatchObject({
      code: 'override_reason_required',
    });
    await createShift(ctx, { ...bo, ...night, override: { reason: 'Renewal is in the post' } });
    const { data } = await listFindings(ctx, { locationId: shop.here, ...range });
    expect(data).toMatchObject([
      {
        rule: 'skill_expired',
        subjectId: licence,
        actual: '2025-12-03',
        limit: '2025-12-02',
        startDate: '2025-12-02',
      },
    ]);
  });
});

describe('where shifts may go', () => {
  shop('one answer for everybody and every day', async ({ ctx, shop, at, db }) => {
    await createShift(ctx, { departmentId: shop.bar, employeeId: shop.bo, ...at('03', '14:00', '23:00') });
    await db.transaction(ctx.orgId, (tx) =>
      tx.update(schema.employmentContracts).set({ valid: sql`'[2020-01-01,2025-12-07)'` as never }),
    );
    const carried = await createShift(ctx, {
      departmentId: shop.bar,
      employeeId: shop.ida,
      ...at('01', '09:00', '17:00'),
    });
    const answer = FeasibilityView.parse(
      await getFeasibility(ctx, { locationId: shop.here, ...range, shiftIds: [carried.id] }),
    );
    const [verdict] = answer.verdicts;
    const bits = Buffer.from(verdict?.bits ?? '', 'base64');
    const row = (id: string) =>
      answer.days.map((_, day) => cellAt(bits, answer.employees.indexOf(id) * answer.days.length + day));
    const { ok, warn, block } = CELL;
    expect(row(shop.bo)).toEqual([ok, ok, block, warn, ok, ok, block]);
    expect(row(shop.ida)).toEqual([ok, ok, ok, ok, ok, ok, block]);
    const cell = answer.employees.indexOf(shop.bo) * 7 + 3;
    expect(verdict?.reasons.rest_short).toEqual([[cell, 600, 660]]);
    expect(verdict?.shiftIds).toEqual([carried.id]);
  });

  shop(
    'shifts that are alike share an answer; a copy stands beside its original',
    async ({ ctx, shop, at }) => {
      const make = (day: string, from: string, to: string) =>
        createShift(ctx, { departmentId: shop.bar, employeeId: shop.ida, ...at(day, from, to) });
      const shifts = [
        await make('01', '09:00', '17:00'),
        await make('02', '09:00', '17:00'),
        await make('03', '12:00', '20:00'),
      ];
      const input = { locationId: shop.here, ...range, shiftIds: shifts.map(({ id }) => id) };
      expect((await getFeasibility(ctx, input)).verdicts.map((one) => one.shiftIds.length)).toEqual([2, 1]);
      const copied = await getFeasibility(ctx, { ...input, copy: true });
      const ida = copied.employees.indexOf(shop.ida) * 7;
      expect(cellAt(Buffer.from(copied.verdicts[0]?.bits ?? '', 'base64'), ida)).toBe(CELL.block);
    },
  );

  shop('a draft, at local times of the night the clocks change', async ({ ctx, shop }) => {
    const draft = { departmentId: shop.bar, startsAt: '2026-03-29T02:30', endsAt: '2026-03-29T06:00' };
    const days = { startDate: '2026-03-23', endDate: '2026-03-29' };
    await expect(getFeasibility(ctx, { locationId: shop.here, ...days, draft })).rejects.toMatchObject({
      code: 'local_time_missing',
    });
    const good = { ...draft, startsAt: '2026-03-28T22:00' };
    expect(
      (await getFeasibility(ctx, { locationId: shop.here, ...days, draft: good })).verdicts,
    ).toHaveLength(1);
  });

  shop('only for who may plan there', async ({ ctx, shop, at, make, foreign }) => {
    const shift = await createShift(ctx, { departmentId: shop.bar, ...at('01', '09:00', '17:00') });
    const input = { locationId: shop.here, ...range, shiftIds: [shift.id] };
    const cook = make.as(ctx, await make.user('manager', { departmentId: shop.kitchen }));
    await expect(getFeasibility(cook, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getFeasibility(foreign.ctx, input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(getFeasibility(ctx, { ...input, locationId: foreign.ctx.orgId })).rejects.toMatchObject({
      code: 'not_found',
    });
    const times = at('02', '09:00', '17:00');
    const theirs = foreign.make;
    const departmentId = await theirs.department(await theirs.location());
    for (const draft of [
      { departmentId, ...times },
      { departmentId: shop.bar, positionId: await theirs.position(), ...times },
    ])
      await expect(listCandidates(ctx, { draft })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('who could work it', () => {
  shop('best first, with the reasons; never who has it or cannot', async ({ ctx, shop, at, make }) => {
    const cid = await make.employee(shop.kitchen, { name: 'Cid' });
    const dan = await make.employee(shop.bar, {
      name: 'Dan',
      positionIds: [shop.barista],
      contract: '[2020-01-01,2025-12-01)',
    });
    const eva = await make.employee(shop.bar, { name: 'Eva', positionIds: [shop.barista] });
    await createShift(ctx, { departmentId: shop.bar, employeeId: shop.bo, ...at('03', '08:00', '16:00') });
    await createShift(ctx, { departmentId: shop.bar, employeeId: eva, ...at('01', '20:00', '23:30') });
    const shift = await createShift(ctx, {
      departmentId: shop.bar,
      positionId: shop.barista,
      employeeId: shop.ida,
      ...at('02', '09:00', '17:00'),
      breaks: [{ minutes: 30, paid: false }],
    });
    const list = CandidateList.parse(await listCandidates(ctx, { shiftId: shift.id }));
    expect(list.data.map(({ name }) => name)).toEqual(['Bo', 'Eva', 'Cid']);
    expect(list.meta).toEqual({ count: 3, blocked: 1 });
    expect(list.data[0]).toEqual({
      employeeId: shop.bo,
      name: 'Bo',
      fits: { position: true, department: true },
      plannedMinutes: 480,
      contractedMinutes: 2220,
      costMinor: 75_000,
      findings: [],
    });
    expect(list.data[1]?.findings).toMatchObject([{ rule: 'rest_short', actual: 570 }]);
    expect(list.data[2]).toMatchObject({ employeeId: cid, fits: { position: false, department: false } });
    expect(list.data.some(({ employeeId }) => employeeId === dan)).toBe(false);
    expect((await listCandidates(ctx, { shiftId: shift.id, limit: 1 })).data).toHaveLength(1);
    // the same facts give the same order
    expect(await listCandidates(ctx, { shiftId: shift.id })).toEqual(list);
  });

  shop('pay is only for who may see it', async ({ ctx, shop, at, make }) => {
    const stranger = await make.employee(shop.kitchen, { name: 'Cid' });
    const manager = make.as(ctx, await make.user('manager', { departmentId: shop.bar }));
    const draft = { departmentId: shop.bar, ...at('02', '09:00', '17:00') };
    const { data } = await listCandidates(manager, { draft });
    const costs = new Map(data.map((one) => [one.employeeId, one.costMinor]));
    expect(costs.get(shop.bo)).toBe(80_000);
    expect(costs.get(stranger)).toBeNull();
    const employee = make.as(ctx, await make.user('employee', { employeeId: shop.ida }));
    await expect(listCandidates(employee, { draft })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
