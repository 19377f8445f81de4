import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { AtWorkList, ClockView, type CreatePunch } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { makeClocker, makeShift, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { createTimePolicy } from './create-time-policy.ts';
import { getClock } from './get-clock.ts';
import { listAtWork } from './list-at-work.ts';
import { recordPunch } from './record-punch.ts';

const tap = (ctx: Ctx, kind: CreatePunch['kind']) => recordPunch(ctx, { id: uuidv7(), kind });

describe('getClock', () => {
  dbTest('asks for a position only where a circle is looked at', async ({ ctx, make }) => {
    const { as, locationId } = await makeClocker(ctx, make);
    const circle =
      'update locations set latitude = 1, longitude = 1, geofence_radius_meters = 100 where id = $1';
    await rowsOf(ctx, circle, [locationId]);
    expect((await getClock(as)).asksPosition).toBe(true);
    const { where } = DEFAULT_TIME_POLICY;
    const settings = {
      ...DEFAULT_TIME_POLICY,
      where: { ...where, geofence: { in: 'off', out: 'off' } as const },
    };
    await createTimePolicy(ctx, { locationId, from: '2025-12-01', settings });
    expect((await getClock(as)).asksPosition).toBe(false);
  });

  dbTest('out, in, on a break; the shift around now; what was worked last', async ({ ctx, make, clock }) => {
    const { as, employeeId, departmentId, locationId } = await makeClocker(ctx, make);
    expect(await getClock(as)).toEqual({
      state: 'out',
      entry: null,
      shift: null,
      recent: [],
      asksPosition: false,
      serverTime: '2025-12-01T08:00:00Z',
    });
    const id = await makeShift(ctx, {
      departmentId,
      employeeId,
      positionId: await make.position(departmentId, 'Barista'),
      startsAt: '2025-12-01T14:00:00Z',
      endsAt: '2025-12-01T20:00:00Z',
    });
    // not in its window yet, but the next one today
    expect((await getClock(as)).shift).toMatchObject({ id, locationId, positionName: 'Barista' });
    clock.set('2025-12-01T13:58:00Z');
    await tap(as, 'in');
    clock.advance({ hours: 1 });
    expect(ClockView.parse(await getClock(as))).toMatchObject({
      state: 'in',
      entry: { shiftId: id, workedMinutes: 60 },
      shift: { id },
      recent: [],
    });
    await tap(as, 'break_start');
    clock.advance({ minutes: 20 });
    expect(await getClock(as)).toMatchObject({
      state: 'on_break',
      entry: {
        state: 'on_break',
        workedMinutes: 60,
        breaks: [{ startedAt: '2025-12-01T14:58:00Z', endedAt: null }],
      },
    });
    await tap(as, 'out');
    for (let day = 2; day <= 7; day++) {
      clock.set(`2025-12-0${day}T08:00:00Z`);
      await tap(as, 'in');
      clock.advance({ minutes: day });
      await tap(as, 'out');
    }
    const later = await getClock(as);
    expect(later).toMatchObject({ state: 'out', entry: null, shift: null });
    expect(later.recent.map((entry) => entry.workedMinutes)).toEqual([7, 6, 5, 4, 3]);
  });

  dbTest('the shift by the windows of the place, early and late', async ({ ctx, make, clock }) => {
    const { as, employeeId, departmentId, locationId } = await makeClocker(ctx, make);
    const day = (from: string, to: string) =>
      makeShift(ctx, {
        departmentId,
        employeeId,
        startsAt: `2025-12-01T${from}:00Z`,
        endsAt: `2025-12-01T${to}:00Z`,
      });
    const early = await day('09:00', '12:00');
    const late = await day('14:00', '18:00');
    const shownAt = async (time: string) => {
      clock.set(`2025-12-01T${time}Z`);
      return (await getClock(as)).shift?.id;
    };
    // two hours early, not late
    expect(await shownAt('11:59:59')).toBe(early);
    expect(await shownAt('12:00:00')).toBe(late);
    expect(await shownAt('18:00:00')).toBeUndefined();
    const settings = { ...DEFAULT_TIME_POLICY, match: { earlyMinutes: 30, lateMinutes: 60 } };
    await rowsOf(
      ctx,
      `insert into time_policies (organization_id, id, location_id, valid, settings)
       values ($1, $2, $3, '[2025-12-01,)', $4)`,
      [ctx.orgId, uuidv7(), locationId, JSON.stringify(settings)],
    );
    expect(await shownAt('12:59:59')).toBe(early);
    // nobody’s window: the next today
    expect(await shownAt('13:00:00')).toBe(late);
    expect(await shownAt('18:59:59')).toBe(late);
    expect(await shownAt('19:00:00')).toBeUndefined();
    // and what is shown is what a clock-in becomes
    clock.set('2025-12-01T12:30:00Z');
    expect((await tap(as, 'in')).entry.shiftId).toBe(early);
    // who came to it is still there when the next one begins
    expect(await shownAt('14:10:00')).toBe(early);
  });

  dbTest(
    'tomorrow’s shift is not next today; somebody without an employee has no clock',
    async ({ ctx, make, clock }) => {
      const { as, employeeId, departmentId } = await makeClocker(ctx, make);
      clock.set('2025-12-01T20:00:00Z');
      await makeShift(ctx, {
        departmentId,
        employeeId,
        startsAt: '2025-12-01T23:00:00Z',
        endsAt: '2025-12-02T05:00:00Z',
      });
      expect((await getClock(as)).shift).toBeNull();
      await expect(getClock(ctx)).rejects.toMatchObject({ code: 'no_employee' });
    },
  );
});

describe('listAtWork', () => {
  dbTest('in, on a break and late, by name', async ({ ctx, make, clock }) => {
    const anna = await makeClocker(ctx, make, { name: 'Anna' });
    const { departmentId, locationId } = anna;
    const bo = await makeClocker(ctx, make, { departmentId, name: 'Bo' });
    const cara = await makeClocker(ctx, make, { departmentId, name: 'Cara' });
    const day = { departmentId, startsAt: '2025-12-01T08:00:00Z', endsAt: '2025-12-01T16:00:00Z' };
    const annas = await makeShift(ctx, { ...day, employeeId: anna.employeeId });
    const caras = await makeShift(ctx, { ...day, employeeId: cara.employeeId });
    await tap(anna.as, 'in');
    await tap(bo.as, 'in');
    clock.set('2025-12-01T08:05:00Z');
    expect((await listAtWork(ctx, {})).data.map((one) => one.name)).toEqual(['Anna', 'Bo']);
    clock.set('2025-12-01T08:05:01Z');
    await tap(bo.as, 'break_start');
    const list = AtWorkList.parse(await listAtWork(ctx, { locationId }));
    expect(list.meta).toEqual({ count: 3, at: '2025-12-01T08:05:01Z' });
    expect(list.data).toMatchObject([
      { name: 'Anna', state: 'in', since: '2025-12-01T08:00:00Z', shift: { id: annas }, locationId },
      { name: 'Bo', state: 'on_break', since: '2025-12-01T08:05:01Z', shift: null },
      { name: 'Cara', state: 'late', since: '2025-12-01T08:00:00Z', shift: { id: caras }, entryId: null },
    ]);
    await tap(cara.as, 'in');
    await tap(cara.as, 'out');
    // she came and went: not late any more
    expect((await listAtWork(ctx, {})).data.map((one) => one.name)).toEqual(['Anna', 'Bo']);
  });

  dbTest('managers see their own places, employees nothing', async ({ ctx, make, foreign }) => {
    const here = await makeClocker(ctx, make, { name: 'Here' });
    const there = await makeClocker(ctx, make, { name: 'There' });
    const strange = await makeClocker(foreign.ctx, foreign.make);
    for (const one of [here, there, strange]) await tap(one.as, 'in');
    const as = async (scope: object) => make.as(ctx, await make.user('manager', scope));
    const names = async (who: Ctx, locationId?: string) =>
      (await listAtWork(who, locationId ? { locationId } : {})).data.map((one) => one.name);

    const ofDepartment = await as({ departmentId: here.departmentId });
    const ofLocation = await as({ locationId: there.locationId });
    expect(await names(ctx)).toEqual(['Here', 'There']);
    expect(await names(ofDepartment)).toEqual(['Here']);
    expect(await names(ofDepartment, here.locationId)).toEqual(['Here']);
    expect(await names(ofLocation)).toEqual(['There']);
    await expect(names(ofDepartment, there.locationId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(names(ofLocation, here.locationId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(names(ctx, strange.locationId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(names(here.as)).rejects.toMatchObject({ code: 'forbidden' });
  });

  dbTest('the department of the shift decides, not only the person’s own', async ({ ctx, make }) => {
    const lent = await makeClocker(ctx, make, { name: 'Lent' });
    const kitchen = await make.department(lent.locationId);
    await makeShift(ctx, {
      departmentId: kitchen,
      employeeId: lent.employeeId,
      startsAt: '2025-12-01T08:00:00Z',
      endsAt: '2025-12-01T16:00:00Z',
    });
    await tap(lent.as, 'in');
    const manager = make.as(ctx, await make.user('manager', { departmentId: kitchen }));
    expect((await listAtWork(manager, {})).data).toMatchObject([{ name: 'Lent' }]);
    const own = make.as(ctx, await make.user('manager', { departmentId: lent.departmentId }));
    expect((await listAtWork(own, {})).data).toEqual([]);
    await rowsOf(ctx, 'update time_entries set shift_id = null');
    expect((await listAtWork(own, {})).data).toMatchObject([{ name: 'Lent' }]);
  });
});
