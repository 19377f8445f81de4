import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { SyncPage } from '@vaktplan/contracts/http/sync';
import type { Make } from '@vaktplan/testing/make';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { updateLocation } from '../organizations/update-location.ts';
import { notify } from '../notifications/notify.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { unpublishSchedule } from '../schedules/unpublish-schedule.ts';
import { createShift } from '../shifts/create-shift.ts';
import { updateShift } from '../shifts/update-shift.ts';
import { recordPunch } from '../time-tracking/record-punch.ts';
import { freshCopy, Phone } from './phone.fixture.ts';
import { CURSOR_DAYS, syncPhone } from './sync-phone.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const on = (day: number, from = '09:00', to = '17:00') => ({
  startsAt: `2025-12-0${day}T${from}`,
  endsAt: `2025-12-0${day}T${to}`,
});

const shop = async (ctx: Ctx, make: Make) => {
  const locationId = await make.location({ name: 'Torvet' });
  const departmentId = await make.department(locationId, 'Kitchen');
  const positionId = await make.position(departmentId, 'Cook');
  const ida = await make.employee(departmentId, { name: 'Ida', positionIds: [positionId] });
  const bo = await make.employee(departmentId, { name: 'Bo' });
  const actor = await make.user('employee', { employeeId: ida });
  const publish = () => publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
  return { locationId, departmentId, positionId, ida, bo, phone: new Phone(make.as(ctx, actor)), publish };
};

describe('a new copy', () => {
  dbTest('holds what the person sees and nothing else, page by page', async ({ ctx, make, foreign }) => {
    const { locationId, departmentId, positionId, ida, bo, phone, publish } = await shop(ctx, make);
    const elsewhere = await make.department(locationId, 'Bar');
    const breaks = [{ minutes: 30, paid: false }];
    const own = await createShift(ctx, { departmentId, positionId, employeeId: ida, ...on(2), breaks });
    const open = await createShift(ctx, { departmentId, ...on(3) });
    const met = await createShift(ctx, { departmentId, employeeId: bo, ...on(2, '16:00', '22:00') });
    await createShift(ctx, { departmentId, employeeId: bo, ...on(4) });
    await createShift(ctx, { departmentId: elsewhere, ...on(3) });
    await publish();
    await createShift(ctx, { departmentId, employeeId: ida, ...on(5), notes: 'not published' });
    await recordPunch(phone.ctx, { id: uuidv7(), kind: 'in', locationId });

    expect(await phone.sync(3)).toBeGreaterThan(2);
    expect(SyncPage.parse(await syncPhone(phone.ctx, {})).reset).toBe(true);
    expect(phone.of('shift')).toMatchObject([
      {
        id: own.id,
        open: false,
        breakMinutes: 30,
        locationName: 'Torvet',
        departmentName: 'Kitchen',
        positionName: 'Cook',
        positionColor: '#3366ff',
      },
      { id: open.id, open: true, positionName: null },
    ]);
    expect(phone.of('colleague')).toMatchObject([{ shiftId: met.id, employeeId: bo, name: 'Bo' }]);
    expect(phone.of('time_entry')).toMatchObject([{ state: 'open', endedAt: null, employeeId: ida }]);
    expect(phone.of('timesheet')).toMatchObject([{ state: 'open', totals: { entries: 1 } }]);
    expect(phone.of('location')).toMatchObject([
      { id: locationId, punch: { mobile: true, asksPosition: false, asksPhoto: false } },
    ]);
    expect(phone.of('profile')).toMatchObject([
      { employee: { id: ida, departments: [{ id: departmentId }] }, organization: { id: ctx.orgId } },
    ]);

    const owner = new Phone(foreign.ctx);
    await owner.sync();
    expect(owner.all().map((one) => one.kind)).toEqual(['profile']);
    await expect(syncPhone({ ...ctx, actor: { kind: 'system', name: 'x' } }, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('what changes after it', () => {
  dbTest('reaches eight weeks ahead, and tomorrow a day further', async ({ ctx, make, clock }) => {
    const { locationId, departmentId, ida, phone } = await shop(ctx, make);
    const dates = ['2026-01-26', '2026-01-27'];
    for (const date of dates) {
      const times = { startsAt: `${date}T09:00`, endsAt: `${date}T17:00` };
      await createShift(ctx, { departmentId, employeeId: ida, ...times });
    }
    const [startDate = '', endDate = ''] = dates;
    await publishSchedule(ctx, { locationId, startDate, endDate, notify: 'none' });
    const kept = () => phone.of('shift').map((one) => 'localDate' in one && one.localDate);
    await phone.sync();
    expect(kept()).toEqual([startDate]);
    clock.advance({ hours: 24 });
    await phone.sync();
    expect(kept()).toEqual(dates);
    expect(phone.resets).toBe(1);
  });

  dbTest('comes alone; what is no longer theirs is taken back', async ({ ctx, make }) => {
    const { locationId, departmentId, ida, bo, phone, publish } = await shop(ctx, make);
    const moved = await createShift(ctx, { departmentId, employeeId: ida, ...on(2) });
    const kept = await createShift(ctx, { departmentId, employeeId: ida, ...on(3) });
    await createShift(ctx, { departmentId, ...on(4) });
    await publish();
    await phone.sync();

    const cursor = phone.cursor;
    expect(await phone.ask()).toEqual({ changes: [], cursor, more: false, reset: false });
    await updateShift(ctx, moved.id, 1, { employeeId: bo });
    await updateShift(ctx, kept.id, 1, { ...on(3, '10:00', '18:00') });
    expect((await phone.ask()).changes, 'not published yet').toEqual([]);
    await publish();
    const page = await phone.ask();
    expect(page.changes).toMatchObject([
      { kind: 'tombstone', of: 'shift', id: moved.id },
      { kind: 'shift', id: kept.id, item: { startsAt: '2025-12-03T09:00:00Z' } },
    ]);
    phone.take(page);

    await updateLocation(ctx, locationId, 1, { name: 'Torvet 2' });
    await phone.sync();
    expect(phone.of('location')).toMatchObject([{ name: 'Torvet 2' }]);
    await unpublishSchedule(ctx, { locationId, ...WEEK });
    await phone.sync();
    expect(phone.of('shift')).toEqual([]);
    expect(phone.resets).toBe(1);
    expect(phone.all()).toEqual(await freshCopy(phone.ctx));
  });

  dbTest('an answer that was lost is told again, one taken twice does no harm', async ({ ctx, make }) => {
    const { departmentId, ida, phone, publish } = await shop(ctx, make);
    for (const day of [1, 2, 3, 4]) await createShift(ctx, { departmentId, employeeId: ida, ...on(day) });
    await publish();
    phone.take(await phone.ask(2));
    await phone.ask(2);
    const again = await phone.ask(2);
    phone.take(again);
    phone.take(again);
    await phone.sync(2);
    expect(phone.all()).toEqual(await freshCopy(phone.ctx));
  });
});

describe('a cursor', () => {
  dbTest(
    'that is unknown, too old or of somebody else begins anew',
    async ({ ctx, make, foreign, clock }) => {
      const { phone, bo } = await shop(ctx, make);
      await phone.sync();
      const cursor = phone.cursor as string;
      const colleague = make.as(ctx, await make.user('employee', { employeeId: bo }));
      const unknown = [uuidv7(), 'nonsense', "' or 1=1 --"].map((text) => ({ ...phone.ctx, text }));
      for (const { text, ...asked } of [
        ...unknown,
        { ...colleague, text: cursor },
        { ...foreign.ctx, text: cursor },
      ]) {
        expect(await syncPhone(asked, { cursor: text }), text).toMatchObject({ reset: true });
      }
      clock.advance({ hours: CURSOR_DAYS * 24 - 1 });
      expect((await phone.ask()).reset).toBe(false);
      clock.advance({ hours: 2 });
      expect((await phone.ask()).reset).toBe(true);
    },
  );

  dbTest(
    'the one before is forgotten when the next is used; no person has many',
    async ({ ctx, make, clock }) => {
      const { phone } = await shop(ctx, make);
      const kept = async () => {
        const [rows] = await ctx.db.read(ctx.orgId, [
          { name: 'cursors', text: 'select id from sync_cursors', values: [] },
        ]);
        return rows?.length;
      };
      const userIds = [phone.ctx.actor.kind === 'user' ? phone.ctx.actor.userId : ''];
      for (let nr = 0; nr < 6; nr++) {
        clock.advance({ seconds: 1 });
        await transact(ctx, 'test.notify', (tx) =>
          notify(tx, ctx, {
            said: { v: 1, what: 'tap_refused', date: '2025-12-01' },
            link: null,
            userIds,
            dedupeKey: `${nr}`,
          }),
        );
        await phone.sync();
      }
      expect(await kept()).toBe(2);
      for (let nr = 0; nr < 30; nr++) await syncPhone(phone.ctx, {});
      expect(await kept()).toBe(24);
    },
  );
});
