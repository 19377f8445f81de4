import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { DashboardView } from '@vaktplan/contracts/http/dashboard';
import { makeClocker, makeShift, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { recordPunch } from '../time-tracking/record-punch.ts';
import { getDashboard } from './get-dashboard.ts';

describe('getDashboard', () => {
  dbTest('today and the week of a location', async ({ ctx, make, clock }) => {
    const anna = await makeClocker(ctx, make, { name: 'Anna' });
    const { departmentId, locationId } = anna;
    const bo = await make.employee(departmentId, { name: 'Bo', hourlyMinor: 20_000 });
    const positionId = await make.position(departmentId, 'Barista');
    const shift = (date: string, employeeId: string | null, rest = {}) =>
      makeShift(ctx, {
        departmentId,
        employeeId,
        positionId,
        startsAt: `${date}T07:00:00Z`,
        endsAt: `${date}T15:00:00Z`,
        ...rest,
      });
    const today = await shift('2025-12-01', anna.employeeId);
    await rowsOf(
      ctx,
      `insert into shift_breaks (organization_id, id, shift_id, minutes, paid, starts_at)
       values ($1, $2, $3, 30, false, '2025-12-01T11:00:00Z')`,
      [ctx.orgId, uuidv7(), today],
    );
    await shift('2025-12-01', bo);
    await shift('2025-12-03', null, { published: false });
    await shift('2025-12-07', bo, { published: false });
    await shift('2025-12-08', bo);
    await shift('2025-11-30', bo);
    clock.set('2025-12-01T06:55:00Z');
    await recordPunch(anna.as, { id: uuidv7(), kind: 'in' });
    clock.set('2025-12-01T08:55:59Z');

    const view = DashboardView.parse(await getDashboard(ctx, { locationId }));
    expect(view).toMatchObject({
      date: '2025-12-01',
      zone: 'Europe/Copenhagen',
      currency: 'DKK',
      atWork: [
        { name: 'Anna', state: 'in', shift: { id: today, positionName: 'Barista' } },
        { name: 'Bo', state: 'late' },
      ],
      today: [
        {
          shift: { id: today, paidMinutes: 450, breaks: [{ startsAt: '2025-12-01T11:00:00Z' }] },
          employeeName: 'Anna',
        },
        { employeeName: 'Bo', positionName: 'Barista' },
      ],
      openShifts: 1,
      drafts: 2,
      week: {
        startDate: '2025-12-01',
        endDate: '2025-12-07',
        scheduledMinutes: 450 + 3 * 480,
        workedMinutes: 120,
        costMinor: 112_500 + 2 * 160_000,
      },
    });
    expect(view.week.days.map((day) => day.scheduledMinutes)).toEqual([930, 0, 480, 0, 0, 0, 480]);
    expect(view.week.days.map((day) => day.costMinor)).toEqual([272_500, 0, 0, 0, 0, 0, 160_000]);
    expect(view.week.days[0]).toMatchObject({ date: '2025-12-01', workedMinutes: 120 });
  });

  dbTest(
    'the week begins as the organisation says and the day as the location’s clock does',
    async ({ ctx, make, clock }) => {
      await rowsOf(ctx, 'update organizations set week_start = 7');
      const { departmentId, locationId, employeeId } = await makeClocker(ctx, make, {
        zone: 'Pacific/Auckland',
      });
      clock.set('2025-12-06T11:30:00Z');
      await makeShift(ctx, {
        departmentId,
        employeeId,
        startsAt: '2025-12-06T20:00:00Z',
        endsAt: '2025-12-07T04:00:00Z',
      });
      expect(await getDashboard(ctx, { locationId })).toMatchObject({
        date: '2025-12-07',
        today: [{ shift: { localDate: '2025-12-07' } }],
        week: { startDate: '2025-12-07', endDate: '2025-12-13', scheduledMinutes: 480 },
      });
    },
  );

  dbTest('a deleted shift that is still published counts as a change, not as work', async ({ ctx, make }) => {
    const { departmentId, locationId, employeeId } = await makeClocker(ctx, make);
    const day = {
      departmentId,
      employeeId,
      startsAt: '2025-12-01T07:00:00Z',
      endsAt: '2025-12-01T15:00:00Z',
    };
    const id = await makeShift(ctx, day);
    await rowsOf(ctx, `update shifts set deleted_at = now(), version = 2 where id = $1`, [id]);
    expect(await getDashboard(ctx, { locationId })).toMatchObject({
      today: [],
      openShifts: 0,
      drafts: 1,
      week: { scheduledMinutes: 0, costMinor: 0 },
    });
  });

  dbTest(
    'a manager sees their departments; employees, other managers and strangers nothing',
    async ({ ctx, make, foreign }) => {
      const here = await makeClocker(ctx, make);
      const kitchen = await make.department(here.locationId);
      const day = { startsAt: '2025-12-01T07:00:00Z', endsAt: '2025-12-01T15:00:00Z' };
      await makeShift(ctx, { ...day, departmentId: here.departmentId, employeeId: here.employeeId });
      await makeShift(ctx, { ...day, departmentId: kitchen, employeeId: await make.employee(kitchen) });
      await recordPunch(here.as, { id: uuidv7(), kind: 'in' });
      const manager = async (scope: object) => make.as(ctx, await make.user('manager', scope));
      const query = { locationId: here.locationId };

      const ofKitchen = await getDashboard(await manager({ departmentId: kitchen }), query);
      expect(ofKitchen).toMatchObject({
        today: [{ shift: { departmentId: kitchen } }],
        week: { scheduledMinutes: 480 },
      });
      expect(ofKitchen.atWork.map((one) => one.state)).toEqual(['late']);
      expect(await getDashboard(await manager({ locationId: here.locationId }), query)).toMatchObject({
        week: { scheduledMinutes: 960 },
      });
      const forbidden = { code: 'forbidden' };
      const elsewhere = await manager({ locationId: await make.location() });
      await expect(getDashboard(elsewhere, query)).rejects.toMatchObject(forbidden);
      await expect(getDashboard(here.as, query)).rejects.toMatchObject(forbidden);
      await expect(getDashboard(foreign.ctx, query)).rejects.toMatchObject({ code: 'not_found' });
    },
  );
});
