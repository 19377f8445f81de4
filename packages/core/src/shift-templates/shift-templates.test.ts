import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import {
  CreateShiftTemplateSchema,
  ApplyShiftTemplateSchema,
  ShiftTemplateDetail,
  type CreateShiftTemplate,
} from '@vaktplan/contracts/http/shift-templates';
import type { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { departments, employees, positions } from '@vaktplan/db/schema';
import { dbTest } from '@vaktplan/testing/db-test';
import { patternItems } from '../roll-out/rotation.rules.ts';
import { createShift } from '../shifts/create-shift.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { applyTemplate } from './apply-template.ts';
import { createTemplate } from './create-template.ts';
import { deleteTemplate } from './delete-template.ts';
import { getTemplate } from './get-template.ts';
import { listTemplates } from './list-templates.ts';
import { updateTemplate } from './update-template.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const code = (name: string) => expect.objectContaining({ code: name });
const outcomes = (result: RollOutResult) =>
  result.data.map((one) => (one.reason ? `${one.outcome} ${one.reason.code}` : one.outcome));
const dates = (result: RollOutResult) => result.data.map((one) => one.localDate);

type Shop = { locationId: string; departmentId: string; positionId: string; ida: string; bo: string };
const shop = dbTest.extend<{ shop: Shop }>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const positionId = await make.position(departmentId);
    const [ida, bo] = [await make.employee(departmentId), await make.employee(departmentId)];
    await use({ locationId, departmentId, positionId, ida, bo });
  },
});
const item = (shopOf: Shop, more: object = {}) => ({
  day: 0,
  startMinutes: 540,
  endMinutes: 1020,
  departmentId: shopOf.departmentId,
  ...more,
});
const week = (shopOf: Shop, more: object = {}): CreateShiftTemplate => ({
  locationId: shopOf.locationId,
  name: 'Week',
  kind: 'week',
  items: [item(shopOf, more)],
});

describe('a week', () => {
  shop('saved from the plan, laid over two weeks after a dry run', async ({ ctx, shop }) => {
    const { departmentId, positionId, locationId, ida } = shop;
    await createShift(ctx, {
      departmentId,
      positionId,
      employeeId: ida,
      startsAt: '2025-12-01T22:00',
      endsAt: '2025-12-02T06:00',
      notes: 'Night',
      breaks: [{ minutes: 30, paid: false, startsAt: '2025-12-02T01:00:00Z' }],
    });
    await createShift(ctx, { departmentId, startsAt: '2025-12-07T09:00', endsAt: '2025-12-07T17:00' });
    const made = await createTemplate(ctx, { locationId, name: 'Winter', kind: 'week', from: WEEK });
    expect(made).toMatchObject({
      name: 'Winter',
      cycleDays: 7,
      shifts: 2,
      open: 1,
      people: 1,
      version: 1,
      abilities: { update: true, delete: true, apply: true },
    });
    const detail = await getTemplate(ctx, made.id);
    expect(ShiftTemplateDetail.parse(detail)).toMatchObject({
      items: [
        {
          day: 0,
          startMinutes: 1320,
          endMinutes: 1800,
          employeeId: ida,
          notes: 'Night',
          breaks: [{ minutes: 30, paid: false, startMinutes: 1560 }],
        },
        { day: 6, employeeId: null },
      ],
    });
    const range = { startDate: '2026-01-05', endDate: '2026-01-18' };
    const dry = await applyTemplate(ctx, made.id, { ...range, dryRun: true });
    expect(dry.meta).toMatchObject({ created: 4, opened: 0, skipped: 0, dryRun: true });
    expect((await listShifts(ctx, range)).meta.count).toBe(0);
    const done = await applyTemplate(ctx, made.id, range);
    expect(dates(done)).toEqual(['2026-01-05', '2026-01-11', '2026-01-12', '2026-01-18']);
    expect((await listShifts(ctx, range)).data[0]).toMatchObject({
      employeeId: ida,
      positionId,
      startsAt: '2026-01-05T21:00:00Z',
      endsAt: '2026-01-06T05:00:00Z',
      state: 'draft',
      notes: 'Night',
      breaks: [{ startsAt: '2026-01-06T01:00:00Z' }],
    });
    expect(new Set(outcomes(await applyTemplate(ctx, made.id, range)))).toEqual(
      new Set(['skipped duplicate_shift']),
    );
    const crew = await createTemplate(ctx, {
      locationId,
      name: 'Nobody',
      kind: 'week',
      from: WEEK,
      keepPeople: false,
    });
    expect(crew).toMatchObject({ shifts: 2, open: 2, people: 0 });
  });

  shop(
    'a deleted position, an archived department, who left: listed with the reason',
    async ({ ctx, shop, make }) => {
      const { locationId, departmentId, positionId, ida, bo } = shop;
      const closed = await make.department(locationId);
      const made = await createTemplate(ctx, {
        locationId,
        name: 'Mixed',
        kind: 'week',
        items: [
          item(shop, { positionId, employeeId: bo }),
          item(shop, { day: 1, departmentId: closed }),
          item(shop, { day: 2, employeeId: ida }),
          item(shop, { day: 3, employeeId: bo }),
        ],
      });
      const archivedAt = '2025-12-01T00:00:00Z';
      await ctx.db.transaction(ctx.orgId, async (tx) => {
        await tx.update(departments).set({ archivedAt }).where(eq(departments.id, closed));
        await tx.update(positions).set({ archivedAt }).where(eq(positions.id, positionId));
        await tx.update(employees).set({ status: 'deactivated' }).where(eq(employees.id, ida));
      });
      const range = { startDate: '2025-12-08', endDate: '2025-12-14' };
      const result = await applyTemplate(ctx, made.id, { ...range, dryRun: true });
      expect(outcomes(result)).toEqual([
        'skipped position_archived',
        'skipped department_archived',
        'opened employee_inactive',
        'created',
      ]);
      expect(result.data[0]?.reason?.detail).toContain('deleted');
      const skipped = await applyTemplate(ctx, made.id, { ...range, ineligible: 'skip' });
      expect(skipped.meta).toMatchObject({ created: 1, skipped: 3 });
      expect((await listShifts(ctx, { ...range, departmentId })).meta.count).toBe(1);
    },
  );

  shop('judged by the contract of each day, over 29 February and a week 53', async ({ ctx, shop, make }) => {
    const short = await make.employee(shop.departmentId, { contract: '[2028-02-28,2028-03-01)' });
    const items = [0, 1, 2, 3].map((day) => item(shop, { day, employeeId: short }));
    const made = await createTemplate(ctx, { ...week(shop), items });
    // 28 February 2028 is a Monday
    const leap = await applyTemplate(ctx, made.id, { startDate: '2028-02-28', endDate: '2028-03-02' });
    expect(dates(leap)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01', '2028-03-02']);
    expect(outcomes(leap)).toEqual([
      'created',
      'created',
      'opened outside_contract',
      'opened outside_contract',
    ]);
    const turn = await applyTemplate(ctx, made.id, {
      startDate: '2026-12-28',
      endDate: '2027-01-10',
      people: 'drop',
    });
    expect(dates(turn)).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-04',
      '2027-01-05',
      '2027-01-06',
      '2027-01-07',
    ]);
  });

  shop(
    'on the nights the clocks change the wall clock is kept, and the night is named',
    async ({ ctx, shop }) => {
      const made = await createTemplate(ctx, week(shop, { day: 6, startMinutes: 150, endMinutes: 600 }));
      const spring = { startDate: '2026-03-23', endDate: '2026-04-05' };
      const result = await applyTemplate(ctx, made.id, spring);
      expect(result.data).toMatchObject([
        { startsAt: '2026-03-29T01:30:00Z', clock: [{ kind: 'gap' }, { kind: 'shorter' }] },
        { startsAt: '2026-04-05T00:30:00Z', clock: [] },
      ]);
    },
  );
});

describe('rotations', () => {
  shop('4 on, 4 off with two crews goes on from range to range', async ({ ctx, shop }) => {
    const { locationId, departmentId, positionId, ida, bo } = shop;
    const items = patternItems(
      { on: 4, off: 4, shift: { startMinutes: 420, endMinutes: 1140, departmentId, positionId } },
      [
        { employeeId: ida, offset: 0 },
        { employeeId: bo, offset: 4 },
      ],
    );
    const made = await createTemplate(ctx, {
      locationId,
      name: '4 on, 4 off',
      kind: 'rotation',
      items,
      cycleDays: 8,
      anchorDate: '2025-12-03',
    });
    const december = await applyTemplate(ctx, made.id, { startDate: '2025-12-03', endDate: '2025-12-31' });
    const january = await applyTemplate(ctx, made.id, { startDate: '2026-01-01', endDate: '2026-01-31' });
    expect([december.meta.created, january.meta.created]).toEqual([29, 31]);
    const days = (who: string) =>
      [...december.data, ...january.data].filter((one) => one.employeeId === who).map((one) => one.localDate);
    expect(days(ida).slice(0, 5)).toEqual([
      '2025-12-03',
      '2025-12-04',
      '2025-12-05',
      '2025-12-06',
      '2025-12-11',
    ]);
    expect(days(bo)[0]).toBe('2025-12-07');
    const later = await applyTemplate(ctx, made.id, {
      startDate: '2026-02-02',
      endDate: '2026-02-02',
      anchorDate: '2026-02-02',
      dryRun: true,
    });
    expect(later.data).toMatchObject([{ employeeId: ida }]);
  });

  shop('A and B weeks, saved from two weeks of the plan', async ({ ctx, shop }) => {
    const { locationId, departmentId, ida, bo } = shop;
    for (const [employeeId, day] of [
      [ida, '2025-12-01'],
      [bo, '2025-12-08'],
    ] as const)
      await createShift(ctx, {
        departmentId,
        employeeId,
        startsAt: `${day}T09:00`,
        endsAt: `${day}T17:00`,
      });
    const from = { startDate: '2025-12-01', endDate: '2025-12-14' };
    const made = await createTemplate(ctx, { locationId, name: 'A/B', kind: 'rotation', from });
    expect(made).toMatchObject({ cycleDays: 14, anchorDate: '2025-12-01' });
    const next = await applyTemplate(ctx, made.id, { startDate: '2025-12-22', endDate: '2026-01-04' });
    expect(next.data.map((one) => [one.localDate, one.employeeId])).toEqual([
      ['2025-12-22', bo],
      ['2025-12-29', ida],
    ]);
  });
});

describe('keeping templates', () => {
  shop('listed, renamed, deleted; names once, versions held', async ({ ctx, shop }) => {
    const first = await createTemplate(ctx, week(shop));
    await expect(createTemplate(ctx, { ...week(shop), name: 'wEEK' })).rejects.toEqual(code('name_taken'));
    const second = await createTemplate(ctx, { ...week(shop), name: 'Autumn' });
    const names = async () =>
      (await listTemplates(ctx, { locationId: shop.locationId })).data.map((one) => one.name);
    expect(await names()).toEqual(['Autumn', 'Week']);
    await expect(updateTemplate(ctx, first.id, 1, { name: 'autumn' })).rejects.toEqual(code('name_taken'));
    await expect(updateTemplate(ctx, first.id, undefined, { name: 'x' })).rejects.toEqual(
      code('version_missing'),
    );
    expect(await updateTemplate(ctx, first.id, 1, { name: 'Spring' })).toMatchObject({ version: 2 });
    await expect(updateTemplate(ctx, first.id, 1, { name: 'x' })).rejects.toMatchObject({
      code: 'version_conflict',
      current: { name: 'Spring', version: 2 },
    });
    await deleteTemplate(ctx, second.id, 1);
    expect(await names()).toEqual(['Spring']);
    await expect(deleteTemplate(ctx, second.id, 1)).rejects.toEqual(code('not_found'));
    const [events] = await ctx.db.read(ctx.orgId, [
      {
        name: 'e',
        text: `select event_type from events where aggregate_type = 'shift_template' order by event_id`,
        values: [],
      },
    ]);
    expect(events?.map((row) => row.event_type)).toEqual([
      'shiftTemplate.saved',
      'shiftTemplate.saved',
      'shiftTemplate.saved',
      'shiftTemplate.deleted',
    ]);
  });

  shop('an empty week, a range of 400 days, two sources or none', async ({ ctx, shop }) => {
    const { locationId } = shop;
    await expect(
      createTemplate(ctx, { locationId, name: 'Empty', kind: 'week', from: WEEK }),
    ).rejects.toEqual(code('template_empty'));
    const bad = [
      { locationId, name: 'x', kind: 'rotation', from: { startDate: '2025-01-01', endDate: '2026-02-04' } },
      { locationId, name: 'x', kind: 'week', from: { startDate: '2025-12-01', endDate: '2025-12-08' } },
      { locationId, name: 'x', kind: 'week' },
      { ...week(shop), from: WEEK },
      week(shop, { day: 7 }),
      week(shop, { endMinutes: 540 }),
      { ...week(shop), kind: 'rotation' },
    ];
    for (const one of bad) expect(CreateShiftTemplateSchema.safeParse(one).success).toBe(false);
    expect(
      ApplyShiftTemplateSchema.safeParse({ startDate: '2025-01-01', endDate: '2026-02-04' }).success,
    ).toBe(false);
    const made = await createTemplate(ctx, week(shop));
    await expect(applyTemplate(ctx, made.id, { ...WEEK, anchorDate: '2025-12-02' })).rejects.toEqual(
      code('validation_failed'),
    );
  });

  shop('only where one plans; nothing of another organisation', async ({ ctx, shop, make, foreign }) => {
    const { locationId, ida } = shop;
    const other = await make.department(locationId);
    const mine = await createTemplate(ctx, week(shop));
    const both = await createTemplate(ctx, {
      ...week(shop),
      name: 'Both',
      items: [item(shop), item(shop, { departmentId: other })],
    });
    const manager = make.as(ctx, await make.user('manager', { locationId, departmentId: other }));
    expect((await listTemplates(manager, { locationId })).data).toMatchObject([
      { id: both.id, abilities: { update: false, delete: false, apply: true } },
    ]);
    expect((await getTemplate(manager, both.id)).items).toHaveLength(1);
    expect((await applyTemplate(manager, both.id, WEEK)).meta.created).toBe(1);
    await expect(applyTemplate(manager, mine.id, WEEK)).rejects.toEqual(code('forbidden'));
    await expect(getTemplate(manager, mine.id)).rejects.toEqual(code('forbidden'));
    await expect(deleteTemplate(manager, both.id, 1)).rejects.toEqual(code('forbidden'));
    await expect(createTemplate(manager, { ...week(shop), name: 'y' })).rejects.toEqual(code('forbidden'));
    const worker = make.as(ctx, await make.user('employee', { employeeId: ida }));
    await expect(listTemplates(worker, { locationId })).rejects.toEqual(code('forbidden'));

    for (const attempt of [
      () => getTemplate(foreign.ctx, mine.id),
      () => updateTemplate(foreign.ctx, mine.id, 1, { name: 'x' }),
      () => deleteTemplate(foreign.ctx, mine.id, 1),
      () => applyTemplate(foreign.ctx, mine.id, WEEK),
      () => listTemplates(foreign.ctx, { locationId }),
      () => createTemplate(foreign.ctx, week(shop)),
    ])
      await expect(attempt()).rejects.toEqual(code('not_found'));
    const theirDepartment = await foreign.make.department(await foreign.make.location());
    const theirs = await foreign.make.employee(theirDepartment);
    await expect(createTemplate(ctx, { ...week(shop, { employeeId: theirs }), name: 'z' })).rejects.toEqual(
      code('not_found'),
    );
    await expect(
      createTemplate(ctx, { ...week(shop, { departmentId: theirDepartment }), name: 'z' }),
    ).rejects.toEqual(code('not_found'));
  });

  shop('the same key makes one template and one plan', async ({ ctx, shop }) => {
    const keyed = (key: string) => ({ ...ctx, idempotency: { key, route: 'POST', bodyHash: 'b' } });
    const made = await createTemplate(keyed('a'), week(shop));
    expect(await createTemplate(keyed('a'), week(shop))).toEqual(made);
    const first = await applyTemplate(keyed('b'), made.id, WEEK);
    expect(await applyTemplate(keyed('b'), made.id, WEEK)).toEqual(first);
    expect(first.meta.created).toBe(1);
  });
});
