import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Make } from '@vaktplan/testing/make';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { registerDevice } from '../devices/register-device.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { updateNotificationSettings } from '../notification-settings/update-notification-settings.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { createShift } from '../shifts/create-shift.ts';
import { updateShift } from '../shifts/update-shift.ts';
import { recordPunch } from '../time-tracking/record-punch.ts';
import { remindStartingShifts } from './remind-starting-shifts.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };

const team = async (ctx: Ctx, make: Make, count: number) => {
  const locationId = await make.location({ name: 'Torvet' });
  const departmentId = await make.department(locationId, 'Kitchen');
  const people = await Promise.all(
    Array.from({ length: count }, async () => {
      const employeeId = await make.employee(departmentId);
      const own = make.as(ctx, await make.user('employee', { employeeId }));
      const push = { provider: 'fcm' as const, token: uuidv7() };
      await registerDevice(own, { platform: 'android', name: 'Phone', appVersion: '1', push });
      const at = { startsAt: '2025-12-01T12:00', endsAt: '2025-12-01T20:00' };
      return { own, shift: await createShift(ctx, { departmentId, employeeId, ...at }) };
    }),
  );
  const publish = () => publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
  return { locationId, people, publish };
};
const titles = async (ctx: Ctx) => (await listNotifications(ctx, {})).data.map(({ title }) => title);

describe('"your shift starts soon"', () => {
  dbTest('once a shift and start, so many minutes before as each wishes', async ({ ctx, make, clock }) => {
    const { people, publish } = await team(ctx, make, 3);
    const [first, second, third] = people;
    if (!first || !second || !third) throw new Error('three');
    await updateNotificationSettings(second.own, { reminderMinutes: 60 });
    await updateNotificationSettings(third.own, { reminderMinutes: null });
    clock.set('2025-12-01T09:57:00Z');
    expect(await remindStartingShifts(ctx), 'not published').toBe(0);
    await publish();
    expect(await remindStartingShifts(ctx)).toBe(1);
    expect(await titles(second.own)).toEqual(['Your shift starts at 12:00']);
    clock.set('2025-12-01T10:40:00Z');
    expect(await remindStartingShifts(ctx)).toBe(0);
    clock.set('2025-12-01T10:41:00Z');
    expect(await remindStartingShifts(ctx)).toBe(1);
    expect(await remindStartingShifts(ctx)).toBe(0);
    expect(await titles(first.own)).toHaveLength(1);
    // it starts later now: that is another start
    await updateShift(ctx, first.shift.id, 1, { startsAt: '2025-12-01T13:00', endsAt: '2025-12-01T20:00' });
    await publish();
    clock.set('2025-12-01T11:50:00Z');
    expect(await remindStartingShifts(ctx)).toBe(1);
    expect(await titles(first.own)).toHaveLength(2);
    expect(await titles(third.own)).toEqual([]);
  });

  dbTest(
    'not at work already, not past, not without a phone, not with it off',
    async ({ ctx, make, clock, foreign }) => {
      const { locationId, people, publish } = await team(ctx, make, 3);
      const [working, silent, told] = people;
      if (!working || !silent || !told) throw new Error('three');
      await publish();
      clock.set('2025-12-01T10:50:00Z');
      await recordPunch(working.own, { id: uuidv7(), kind: 'in', locationId });
      await updateNotificationSettings(silent.own, { pushOff: ['shift_starting'] });
      expect(await remindStartingShifts(foreign.ctx)).toBe(0);
      expect(await remindStartingShifts(ctx)).toBe(1);
      expect(await titles(told.own)).toHaveLength(1);
      clock.set('2025-12-01T11:00:00Z');
      await updateNotificationSettings(silent.own, { pushOff: [] });
      expect(await remindStartingShifts(ctx)).toBe(0);
    },
  );
});
