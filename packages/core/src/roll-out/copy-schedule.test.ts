import { describe, expect } from 'vitest';
import { CopyScheduleSchema, RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { eq } from 'drizzle-orm';
import { departments, employees, positions, positionSkills } from '@vaktplan/db/schema';
import { dbTest } from '@vaktplan/testing/db-test';
import { createSkill } from '../organizations/create-skill.ts';
import { bulkShifts } from '../shifts/bulk-shifts.ts';
import { createShift } from '../shifts/create-shift.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { copySchedule } from './copy-schedule.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const NEXT = { startDate: '2025-12-08', endDate: '2025-12-14' };
const day = (date: string, from = '09:00', to = '17:00') => ({
  startsAt: `${date}T${from}`,
  endsAt: `${date}T${to}`,
});
const code = (name: string) => expect.objectContaining({ code: name });
const outcomes = (result: RollOutResult) =>
  result.data.map((one) => (one.reason ? `${one.outcome} ${one.reason.code}` : one.outcome));

const shop = dbTest.extend<{
  shop: { locationId: string; departmentId: string; ida: string; bo: string };
}>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const [ida, bo] = [await make.employee(departmentId), await make.employee(departmentId)];
    await use({ locationId, departmentId, ida, bo });
  },
});

describe('copying a week', () => {
  shop('first tells, then does the same; a second time nothing is left to do', async ({ ctx, shop }) => {
    const { locationId, departmentId, ida } = shop;
    const pause = { minutes: 30, paid: false, startsAt: '2025-12-01T11:00:00Z' };
    await createShift(ctx, {
      departmentId,
      employeeId: ida,
      ...day('2025-12-01'),
      notes: 'Keys',
      breaks: [pause],
    });
    for (const open of [1, 2]) await createShift(ctx, { departmentId, ...day(`2025-12-0${open}`) });
    await createShift(ctx, { departmentId, ...day('2025-12-02') });
    const input = { locationId, from: WEEK, toStartDate: '2025-12-08' };
    const dry = await copySchedule(ctx, { ...input, dryRun: true });
    expect(RollOutResult.parse(dry)).toEqual(dry);
    expect(dry.meta).toEqual({ created: 4, opened: 0, skipped: 0, ...NEXT, dryRun: true });
    expect((await listShifts(ctx, NEXT)).meta.count).toBe(0);

    const done = await copySchedule(ctx, input);
    expect(outcomes(done)).toEqual(outcomes(dry));
    const copied = await listShifts(ctx, NEXT);
    expect(copied.data[0]).toMatchObject({
      employeeId: ida,
      startsAt: '2025-12-08T08:00:00Z',
      notes: 'Keys',
      state: 'draft',
      breaks: [{ ...pause, startsAt: '2025-12-08T11:00:00Z' }],
    });
    expect(new Set(copied.data.map((one) => one.id))).toEqual(new Set(done.data.map((one) => one.shiftId)));
    const again = await copySchedule(ctx, input);
    expect(outcomes(again)).toEqual(Array.from({ length: 4 }, () => 'skipped duplicate_shift'));

    // one bulk takes all of it back
    const undone = await bulkShifts(ctx, {
      changes: done.data.map((one) => ({ op: 'delete', id: one.shiftId as string, version: 1 })),
    });
    expect(undone.meta.failed).toBe(0);
    expect((await listShifts(ctx, NEXT)).meta.count).toBe(0);
  });

  shop('who left, has no contract or works already loses the shift', async ({ ctx, shop, make }) => {
    const { locationId, departmentId, ida, bo } = shop;
    const short = await make.employee(departmentId, { contract: '[2020-01-01,2025-12-08)' });
    const people = [ida, bo, short];
    for (const employeeId of people)
      await createShift(ctx, { departmentId, employeeId, ...day('2025-12-01') });
    await ctx.db.transaction(ctx.orgId, (tx) =>
      tx.update(employees).set({ lastDay: '2025-12-05' }).where(eq(employees.id, ida)),
    );
    await createShift(ctx, { departmentId, employeeId: bo, ...day('2025-12-08', '12:00', '20:00') });
    const input = { locationId, from: WEEK, toStartDate: '2025-12-08' };
    const skip = await copySchedule(ctx, { ...input, ineligible: 'skip', dryRun: true });
    const reasons = ['employee_inactive', 'outside_contract', 'shift_overlap'];
    expect(outcomes(skip).toSorted()).toEqual(reasons.map((one) => `skipped ${one}`));
    const open = await copySchedule(ctx, input);
    expect(outcomes(open).toSorted()).toEqual(reasons.map((one) => `opened ${one}`));
    expect(open.data.map((one) => one.employeeId).toSorted()).toEqual(people.toSorted());
    expect(open.data.every((one) => one.employeeName !== null && one.shiftId !== null)).toBe(true);
    expect((await listShifts(ctx, { ...NEXT, open: 'true' })).meta.count).toBe(3);
    const again = await copySchedule(ctx, input);
    expect(outcomes(again)).toEqual(Array.from({ length: 3 }, () => 'skipped duplicate_shift'));
    const [noted] = await ctx.db.read(ctx.orgId, [
      {
        name: 'of_open_shifts',
        text: 'select v.rule from rule_violations v join shifts s on s.id = v.shift_id where s.employee_id is null',
        values: [],
      },
    ]);
    expect(noted).toEqual([]);
    const dropped = await copySchedule(ctx, { ...input, toStartDate: '2025-12-22', people: 'drop' });
    expect(dropped.meta).toMatchObject({ created: 3, opened: 0, skipped: 0 });
  });

  shop(
    'a warning that asks for a reason opens the shift; with a reason it keeps its person',
    async ({ ctx, shop, make }) => {
      const { locationId, departmentId, ida } = shop;
      const override = { reason: 'Agreed with Ida' };
      const positionId = await make.position(departmentId);
      const skill = await createSkill(ctx, { name: 'First aid' });
      await ctx.db.transaction(ctx.orgId, (tx) =>
        tx.insert(positionSkills).values({ organizationId: ctx.orgId, positionId, skillId: skill.id }),
      );
      const common = { departmentId, employeeId: ida, override };
      await createShift(ctx, { ...common, ...day('2025-12-01', '15:00', '23:00') });
      await createShift(ctx, { ...common, positionId, ...day('2025-12-02', '06:00', '14:00') });
      const input = { locationId, from: WEEK, toStartDate: '2025-12-08' };
      const dry = await copySchedule(ctx, { ...input, dryRun: true });
      expect(outcomes(dry)).toEqual(['created', 'opened override_reason_required']);
      expect(dry.data[1]?.reason?.detail).toMatch(/skill/i);
      const done = await copySchedule(ctx, { ...input, override });
      expect(outcomes(done)).toEqual(['created', 'created']);
      expect(done.data[1]?.warnings.join(' ')).toMatch(/rest/i);
      const [noted] = await ctx.db.read(ctx.orgId, [
        {
          name: 'n',
          text: 'select distinct override_reason from rule_violations where shift_id = $1',
          values: [done.data[1]?.shiftId],
        },
      ]);
      expect(noted).toEqual([{ override_reason: 'Agreed with Ida' }]);
      // what is there already counts once: the second copy is neither judged nor made again
      expect(outcomes(await copySchedule(ctx, input))).toEqual([
        'skipped duplicate_shift',
        'skipped duplicate_shift',
      ]);
    },
  );

  shop('what names something archived is left out with the reason', async ({ ctx, shop, make }) => {
    const { locationId, departmentId } = shop;
    const closed = await make.department(locationId);
    const positionId = await make.position(departmentId);
    await createShift(ctx, { departmentId: closed, ...day('2025-12-01', '08:00', '09:00') });
    await createShift(ctx, { departmentId, positionId, ...day('2025-12-01') });
    await createShift(ctx, { departmentId, ...day('2025-12-02') });
    const archivedAt = '2025-12-01T00:00:00Z';
    await ctx.db.transaction(ctx.orgId, async (tx) => {
      await tx.update(departments).set({ archivedAt }).where(eq(departments.id, closed));
      await tx.update(positions).set({ archivedAt }).where(eq(positions.id, positionId));
    });
    const result = await copySchedule(ctx, { locationId, from: WEEK, toStartDate: '2025-12-08' });
    expect(outcomes(result)).toEqual(['skipped department_archived', 'skipped position_archived', 'created']);
  });

  shop('a day on to the next within its own range, and backwards', async ({ ctx, shop }) => {
    const { locationId, departmentId, ida } = shop;
    await createShift(ctx, { departmentId, employeeId: ida, ...day('2025-12-03') });
    const from = { startDate: '2025-12-03', endDate: '2025-12-03' };
    expect(
      (await copySchedule(ctx, { locationId, from: WEEK, toStartDate: '2025-12-02' })).meta.created,
    ).toBe(1);
    expect((await copySchedule(ctx, { locationId, from, toStartDate: '2025-12-01' })).data).toMatchObject([
      { localDate: '2025-12-01' },
    ]);
    expect((await listShifts(ctx, WEEK)).meta.count).toBe(3);
  });

  shop(
    'over the night the clocks go back the wall clock is kept and the night is named',
    async ({ ctx, shop }) => {
      const { locationId, departmentId, ida } = shop;
      await createShift(ctx, {
        departmentId,
        employeeId: ida,
        startsAt: '2026-10-17T22:00',
        endsAt: '2026-10-18T06:00',
      });
      const from = { startDate: '2026-10-12', endDate: '2026-10-18' };
      const result = await copySchedule(ctx, { locationId, from, toStartDate: '2026-10-19' });
      expect(result.data).toMatchObject([
        {
          outcome: 'created',
          localDate: '2026-10-24',
          startsAt: '2026-10-24T20:00:00Z',
          endsAt: '2026-10-25T05:00:00Z',
          clock: [{ kind: 'longer' }],
        },
      ]);
    },
  );
});

describe('who and how much', () => {
  shop('only where one may plan; nothing of another organisation', async ({ ctx, shop, make, foreign }) => {
    const { locationId, departmentId, ida } = shop;
    const other = await make.department(locationId);
    await createShift(ctx, { departmentId, ...day('2025-12-01') });
    await createShift(ctx, { departmentId: other, ...day('2025-12-01') });
    const input = { locationId, from: WEEK, toStartDate: '2025-12-08' };
    const manager = make.as(ctx, await make.user('manager', { locationId, departmentId: other }));
    expect((await copySchedule(manager, input)).meta.created).toBe(1);
    await expect(copySchedule(manager, { ...input, departmentIds: [departmentId] })).rejects.toEqual(
      code('forbidden'),
    );
    const worker = make.as(ctx, await make.user('employee', { employeeId: ida }));
    await expect(copySchedule(worker, { ...input, dryRun: true })).rejects.toEqual(code('forbidden'));
    await expect(copySchedule(foreign.ctx, input)).rejects.toEqual(code('not_found'));
    const theirs = await foreign.make.department(await foreign.make.location());
    await expect(copySchedule(ctx, { ...input, departmentIds: [theirs] })).rejects.toEqual(code('not_found'));
  });

  shop('the same key copies once', async ({ ctx, shop }) => {
    const { locationId, departmentId } = shop;
    await createShift(ctx, { departmentId, ...day('2025-12-01') });
    const once = { ...ctx, idempotency: { key: 'k', route: 'POST copy', bodyHash: 'b' } };
    const input = { locationId, from: WEEK, toStartDate: '2025-12-08' };
    const first = await copySchedule(once, input);
    expect(await copySchedule(once, input)).toEqual(first);
    expect(first.meta.created).toBe(1);
  });

  shop('400 days are refused', ({ shop }) => {
    const input = {
      locationId: shop.locationId,
      from: { startDate: '2025-01-01', endDate: '2026-02-04' },
      toStartDate: '2026-03-01',
    };
    expect(CopyScheduleSchema.safeParse(input).error?.issues).toMatchObject([
      { path: ['from', 'endDate'], message: 'The range must hold 1 to 62 days' },
    ]);
  });
});
