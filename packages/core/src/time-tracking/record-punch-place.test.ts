import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { CreatePunch } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { makeClocker, makeShift, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { recordPunch } from './record-punch.ts';

const tap = (ctx: Ctx, kind: CreatePunch['kind'], rest: Partial<CreatePunch> = {}) =>
  recordPunch(ctx, { id: uuidv7(), kind, ...rest });

describe('where and when a clock-in belongs', () => {
  dbTest('the published shift around it gives shift and location', async ({ ctx, make, clock }) => {
    const { as, employeeId } = await makeClocker(ctx, make);
    const elsewhere = await make.location({ zone: 'America/New_York' });
    const shift = { departmentId: await make.department(elsewhere), employeeId };
    const shiftId = await makeShift(ctx, {
      ...shift,
      startsAt: '2025-12-01T10:00:00Z',
      endsAt: '2025-12-01T18:00:00Z',
    });
    clock.set('2025-12-01T08:00:00Z');
    expect((await tap(as, 'in')).entry).toMatchObject({
      shiftId,
      locationId: elsewhere,
      zone: 'America/New_York',
      localDate: '2025-12-01',
    });
  });

  dbTest(
    'no shift: too early, a draft, somebody else’s, or one at another place',
    async ({ ctx, make, clock }) => {
      const { as, employeeId, departmentId, locationId } = await makeClocker(ctx, make);
      const colleague = await make.employee(departmentId);
      const day = { departmentId, startsAt: '2025-12-01T10:00:00Z', endsAt: '2025-12-01T18:00:00Z' };
      await makeShift(ctx, { ...day, employeeId, published: false });
      await makeShift(ctx, { ...day, employeeId: colleague });
      expect((await tap(as, 'in')).entry).toMatchObject({ shiftId: null, locationId });
      await tap(as, 'out');

      const elsewhere = await make.location();
      const next = await makeShift(ctx, {
        departmentId: await make.department(elsewhere),
        employeeId,
        startsAt: '2025-12-02T10:00:00Z',
        endsAt: '2025-12-02T18:00:00Z',
      });
      clock.set('2025-12-02T07:59:59Z');
      expect((await tap(as, 'in')).entry.shiftId).toBeNull();
      await tap(as, 'out');
      clock.set('2025-12-02T08:00:00Z');
      expect((await tap(as, 'in', { locationId })).entry).toMatchObject({ shiftId: null, locationId });
      await tap(as, 'out');
      expect((await tap(as, 'in', { locationId: elsewhere })).entry.shiftId).toBe(next);
    },
  );

  dbTest(
    'a location of another organisation or an archived one is not there',
    async ({ ctx, make, foreign }) => {
      const { as } = await makeClocker(ctx, make);
      const notFound = { code: 'not_found' };
      await expect(tap(as, 'in', { locationId: await foreign.make.location() })).rejects.toMatchObject(
        notFound,
      );
      const archived = await make.location({ archivedAt: '2025-11-01T00:00:00Z' });
      await expect(tap(as, 'in', { locationId: archived })).rejects.toMatchObject(notFound);
      expect(await rowsOf(ctx, 'select id from time_punches')).toEqual([]);
    },
  );

  dbTest(
    'who may not: no employee, a deactivated one, one without any department',
    async ({ ctx, make, foreign }) => {
      await expect(tap(ctx, 'in')).rejects.toMatchObject({ code: 'no_employee' });
      const { as, employeeId, departmentId } = await makeClocker(ctx, make);
      await expect(tap({ ...as, orgId: foreign.ctx.orgId }, 'in')).rejects.toMatchObject({
        code: 'no_employee',
      });
      await rowsOf(ctx, `delete from employee_departments where department_id = $1`, [departmentId]);
      await expect(tap(as, 'in')).rejects.toMatchObject({ code: 'validation_failed' });
      await rowsOf(ctx, `update employees set status = 'deactivated' where id = $1`, [employeeId]);
      await expect(tap(as, 'in')).rejects.toMatchObject({ code: 'employee_inactive' });
    },
  );

  dbTest.for([
    [
      'Copenhagen, clocks go forward',
      'Europe/Copenhagen',
      '2026-03-28T21:00:00Z',
      '2026-03-29T04:00:00Z',
      7,
      '2026-03-28',
    ],
    [
      'Copenhagen, clocks go back',
      'Europe/Copenhagen',
      '2025-10-25T20:00:00Z',
      '2025-10-26T05:00:00Z',
      9,
      '2025-10-25',
    ],
    [
      'Lord Howe, half an hour forward',
      'Australia/Lord_Howe',
      '2025-10-04T11:30:00Z',
      '2025-10-04T19:00:00Z',
      7.5,
      '2025-10-04',
    ],
    [
      'Lord Howe, half an hour back',
      'Australia/Lord_Howe',
      '2026-04-04T11:00:00Z',
      '2026-04-04T19:30:00Z',
      8.5,
      '2026-04-04',
    ],
  ] as const)('22:00 to 06:00 in %s', async ([, zone, from, to, hours, localDate], { ctx, make, clock }) => {
    const { as, employeeId, departmentId } = await makeClocker(ctx, make, { zone });
    clock.set(from);
    const shiftId = await makeShift(ctx, { departmentId, employeeId, startsAt: from, endsAt: to });
    expect((await tap(as, 'in')).entry).toMatchObject({ zone, localDate, shiftId });
    clock.set(to);
    expect((await tap(as, 'out')).entry).toMatchObject({ workedMinutes: hours * 60, localDate, zone });
  });
});
