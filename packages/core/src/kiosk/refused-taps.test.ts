import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { RefusedTapList, RefusedTapView } from '@vaktplan/contracts/http/refused-taps';
import { rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Make } from '@vaktplan/testing/make';
import type { Ctx } from '../context/ctx.ts';
import { listEntryHistory } from '../timesheets/list-history.ts';
import type { PinDesk } from './identify-person.ts';
import { listRefusedTaps } from './list-refused-taps.ts';
import { recordKioskPunch } from './record-kiosk-punch.ts';
import { setPin } from './set-pin.ts';
import { settleRefusedTap } from './settle-refused-tap.ts';

const SECRET = 'pin-secret-of-the-tests-0123456789abcdef';
const desk: PinDesk = { pinSecret: SECRET, countTry: async () => async () => undefined };
const refused = (code: string) => expect.objectContaining({ code });

/** A tablet of a location where Ada works, who has a PIN, and her manager. */
async function makeDoor(ctx: Ctx, make: Make) {
  const locationId = await make.location();
  const departmentId = await make.department(locationId);
  const ada = await make.employee(departmentId, { name: 'Ada' });
  await setPin(ctx, ada, '2468', SECRET);
  const tablet: Ctx = {
    ...ctx,
    actor: {
      kind: 'kiosk',
      deviceId: uuidv7(),
      locationId,
      departmentIds: [],
      identification: 'name_and_pin',
      unscheduled: true,
      employeeId: null,
      grants: [],
    },
  };
  const manager = make.as(ctx, await make.user('manager', { departmentId }));
  const tap = (kind: 'in' | 'out', occurredAt: string, more: object = {}) => ({
    id: uuidv7(),
    kind,
    employeeId: ada,
    pin: '1111',
    occurredAt,
    offline: true,
    ...more,
  });
  return { ada, departmentId, tablet, manager, tap };
}

describe('a tap that waited on the kiosk and is refused', () => {
  dbTest('is there for the manager; counted, the hours follow', async ({ ctx, make, clock }) => {
    const { ada, departmentId, tablet, manager, tap } = await makeDoor(ctx, make);
    clock.set('2025-12-01T16:30:00Z');
    for (const one of [tap('in', '2025-12-01T08:00:00Z'), tap('out', '2025-12-01T16:00:00Z')]) {
      await expect(recordKioskPunch(tablet, one, desk)).rejects.toEqual(refused('pin_wrong'));
      // sent again, the same
      await expect(recordKioskPunch(tablet, one, desk)).rejects.toEqual(refused('pin_wrong'));
    }
    const list = RefusedTapList.parse(await listRefusedTaps(manager));
    expect(list.data).toMatchObject([
      { employeeName: 'Ada', kind: 'in', problem: 'pin_wrong', state: 'open', abilities: { settle: true } },
      { kind: 'out', occurredAt: '2025-12-01T16:00:00Z' },
    ]);
    expect(await rowsOf(ctx, 'select user_id, title from notifications')).toHaveLength(2);

    // in whatever order they are settled
    for (const { id } of list.data.toReversed()) {
      const settled = await settleRefusedTap(manager, id, 1, { count: true, employeeId: ada });
      expect(RefusedTapView.parse(settled)).toMatchObject({ state: 'counted', version: 2 });
    }
    expect((await listRefusedTaps(manager)).data).toEqual([]);
    const entries = await rowsOf(ctx, 'select id, employee_id, worked_minutes from time_entries');
    expect(entries).toMatchObject([{ employee_id: ada, worked_minutes: 480 }]);
    expect((await listEntryHistory(manager, entries[0]?.id as string)).data).toMatchObject([
      { decision: 'tap_counted', before: { state: 'refused', problem: 'pin_wrong' }, after: { kind: 'in' } },
    ]);
    const again = settleRefusedTap(manager, list.data[0]?.id ?? '', 2, { count: true, employeeId: ada });
    await expect(again).rejects.toEqual(refused('already_decided'));
    expect(departmentId).toBeTruthy();
  });

  dbTest('dismissed: nothing is counted, and the person is told why', async ({ ctx, make, clock }) => {
    const { ada, tablet, manager, tap } = await makeDoor(ctx, make);
    const login = await make.user('employee', { employeeId: ada });
    // after midnight there
    clock.set('2025-12-01T23:45:00Z');
    const one = tap('in', '2025-12-01T23:30:00Z');
    await expect(recordKioskPunch(tablet, one, desk)).rejects.toEqual(refused('pin_wrong'));
    const settled = await settleRefusedTap(manager, one.id, 1, { count: false, reason: 'You were not here' });
    expect(settled).toMatchObject({ state: 'dismissed', reason: 'You were not here' });
    expect(await rowsOf(ctx, 'select id from time_punches')).toEqual([]);
    const userId = login.kind === 'user' ? login.userId : '';
    expect(
      await rowsOf(ctx, 'select body, said, link from notifications where user_id = $1', [userId]),
    ).toEqual([
      {
        body: 'You were not here',
        said: { v: 1, what: 'tap_dismissed', date: '2025-12-02', reason: 'You were not here' },
        link: '/timesheet?date=2025-12-02',
      },
    ]);
    const asked = await rowsOf(ctx, `select said from notifications where kind = 'correction_proposed'`);
    expect(asked.map((row) => row['said'])).toContainEqual({ v: 1, what: 'tap_refused', date: '2025-12-02' });
  });

  dbTest('of nobody known: the manager says whose it was', async ({ ctx, make, clock }) => {
    const { ada, tablet, manager, tap } = await makeDoor(ctx, make);
    clock.set('2025-12-01T16:30:00Z');
    const byPin: Ctx = { ...tablet, actor: { ...tablet.actor, identification: 'pin' } as Ctx['actor'] };
    const one = tap('in', '2025-12-01T08:00:00Z', { employeeId: undefined });
    await expect(recordKioskPunch(byPin, one, desk)).rejects.toEqual(refused('pin_wrong'));
    // there is no such kiosk any more, so whose departments it served is not known either
    expect((await listRefusedTaps(manager)).data).toEqual([]);
    expect((await listRefusedTaps(ctx)).data).toMatchObject([{ id: one.id, employeeId: null }]);
    const settled = await settleRefusedTap(ctx, one.id, 1, { count: true, employeeId: ada });
    expect(settled).toMatchObject({ employeeName: 'Ada', state: 'counted' });
  });

  dbTest(
    'is settled by those who approve there, not by oneself, and only as it was seen',
    async ({ ctx, make, clock, foreign }) => {
      const { ada, departmentId, tablet, manager, tap } = await makeDoor(ctx, make);
      clock.set('2025-12-01T16:30:00Z');
      const one = tap('in', '2025-12-01T08:00:00Z');
      await expect(recordKioskPunch(tablet, one, desk)).rejects.toEqual(refused('pin_wrong'));
      const wish = { count: true, employeeId: ada };
      const elsewhere = await make.department(await make.location());
      const stranger = make.as(ctx, await make.user('manager', { departmentId: elsewhere }));
      expect((await listRefusedTaps(stranger)).data).toEqual([]);
      await expect(settleRefusedTap(stranger, one.id, 1, wish)).rejects.toEqual(refused('forbidden'));
      await expect(settleRefusedTap(foreign.ctx, one.id, 1, wish)).rejects.toEqual(refused('not_found'));
      await expect(settleRefusedTap(manager, one.id, 7, wish)).rejects.toEqual(refused('version_conflict'));
      const theirs = {
        count: true,
        employeeId: await foreign.make.employee(await foreign.make.department(await foreign.make.location())),
      };
      await expect(settleRefusedTap(manager, one.id, 1, theirs)).rejects.toEqual(refused('not_found'));
      const self = make.as(ctx, await make.user('manager', { departmentId, employeeId: ada }));
      await expect(settleRefusedTap(self, one.id, 1, wish)).rejects.toEqual(refused('own_hours'));
      const worker = make.as(ctx, await make.user('employee'));
      await expect(listRefusedTaps(worker)).rejects.toEqual(refused('forbidden'));
      clock.advance({ hours: 24 * 40 });
      await expect(settleRefusedTap(manager, one.id, 1, wish)).rejects.toEqual(refused('punch_too_old'));
    },
  );

  dbTest('a tap of this moment is the tapper’s own to repeat', async ({ ctx, make }) => {
    const { tablet, manager, tap } = await makeDoor(ctx, make);
    const now = tap('in', ctx.now().toString(), { offline: undefined });
    await expect(recordKioskPunch(tablet, now, desk)).rejects.toEqual(refused('pin_wrong'));
    expect((await listRefusedTaps(manager)).data).toEqual([]);
  });
});
