import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { PayPeriodList } from '@vaktplan/contracts/http/pay-periods';
import { rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { approveEntries } from '../timesheets/approve-entries.ts';
import { getTimesheet } from '../timesheets/get-timesheet.ts';
import { listAdjustments } from '../timesheets/list-adjustments.ts';
import { settleAdjustment } from '../timesheets/settle-adjustment.ts';
import { historyOf, makeDay, makeEntry, makeTeam, touchEntry } from '../timesheets/timesheets.fixture.ts';
import { recordPunch } from '../time-tracking/record-punch.ts';
import { transact } from '../context/transact.ts';
import { closePayPeriod } from './close-pay-period.ts';
import { listPayPeriods } from './list-pay-periods.ts';
import { lockPayPeriod } from './lock-pay-period.ts';
import { noteLatePunch } from './note-late-punch.ts';
import { relockPayPeriods } from './relock-pay-periods.ts';
import { reopenPayPeriod } from './reopen-pay-period.ts';
import { unlockPayPeriod } from './unlock-pay-period.ts';
import { updateTimesheetSettings } from './update-timesheet-settings.ts';

const november = { startDate: '2025-11-01', endDate: '2025-11-30' };
const period = async (ctx: Ctx, range = november) => {
  const [one] = (await listPayPeriods(ctx, range)).data;
  if (!one) throw new Error('no period');
  return one;
};

describe('the calendar', () => {
  dbTest(
    'months from the start; two weeks from the next period on, nothing twice',
    async ({ ctx, make, foreign }) => {
      const winter = { startDate: '2025-11-15', endDate: '2026-01-10' };
      const months = PayPeriodList.parse(await listPayPeriods(ctx, winter));
      expect(months.data.map((one) => one.startDate)).toEqual(['2025-11-01', '2025-12-01', '2026-01-01']);
      expect((await listPayPeriods(ctx, winter)).data).toEqual(months.data);
      // looking at a sheet of next year holds no period
      const { anna } = await makeTeam(ctx, make);
      await getTimesheet(anna.as, { employeeId: anna.employeeId, date: '2026-01-08' });
      const change = { frequency: 'two_weekly' as const, anchor: '2026-01-05' };
      await updateTimesheetSettings(ctx, 1, change);
      const after = (await listPayPeriods(ctx, winter)).data;
      expect(after.map((one) => `${one.startDate} ${one.endDate}`)).toEqual([
        '2025-11-01 2025-11-30',
        '2025-12-01 2025-12-31',
        '2026-01-01 2026-01-04',
        '2026-01-05 2026-01-18',
      ]);
      await expect(updateTimesheetSettings(ctx, 1, change)).rejects.toMatchObject({
        code: 'version_conflict',
      });
      await expect(updateTimesheetSettings(ctx, undefined, change)).rejects.toMatchObject({
        code: 'version_missing',
      });
      await expect(
        updateTimesheetSettings(ctx, 2, { frequency: 'monthly', anchor: '2026-01-31' }),
      ).rejects.toMatchObject({ code: 'validation_failed' });
      const manager = make.as(ctx, await make.user('manager'));
      await expect(updateTimesheetSettings(manager, 2, change)).rejects.toMatchObject({ code: 'forbidden' });
      expect((await listPayPeriods(foreign.ctx, winter)).data.map((one) => one.id)).not.toContain(
        months.data[0]?.id,
      );
    },
  );

  dbTest('ten who look for the first time at once see the same periods', async ({ ctx }) => {
    const all = await Promise.all(Array.from({ length: 10 }, () => listPayPeriods(ctx, november)));
    expect(new Set(all.map((one) => JSON.stringify(one.data))).size).toBe(1);
  });
});

describe('locking', () => {
  dbTest(
    'only what is over and decided, unless anyway; then nothing in it changes',
    async ({ ctx, make }) => {
      const { anna, annasManager } = await makeTeam(ctx, make);
      const id = await makeDay(ctx, anna, '2025-11-28');
      const left = await makeDay(ctx, anna, '2025-11-29');
      const one = await period(ctx);
      const current = await period(ctx, { startDate: '2025-12-01', endDate: '2025-12-01' });
      await expect(lockPayPeriod(ctx, current.id, 1, {})).rejects.toMatchObject({ code: 'period_not_over' });
      await expect(lockPayPeriod(ctx, one.id, 1, {})).rejects.toMatchObject({ code: 'period_unsettled' });
      await expect(lockPayPeriod(annasManager, one.id, 1, {})).rejects.toMatchObject({ code: 'forbidden' });
      await approveEntries(ctx, { entries: [{ id, version: 1 }] });
      const locked = await lockPayPeriod(ctx, one.id, 1, { anyway: true });
      expect(locked).toMatchObject({ state: 'locked', version: 2, abilities: { unlock: true, lock: false } });

      const sheet = { employeeId: anna.employeeId, date: '2025-11-28' };
      expect(await getTimesheet(anna.as, sheet)).toMatchObject({
        state: 'locked',
        lines: [{ state: 'locked' }, { state: 'complete', abilities: { approve: false, propose: false } }],
        totals: { entries: 2, approvedEntries: 1, countedMinutes: 960 },
      });
      expect((await approveEntries(ctx, { entries: [{ id: left, version: 1 }] })).data).toMatchObject([
        { code: 'period_locked' },
      ]);
      const refused = { constraint: 'time_entries_locked' };
      await expect(touchEntry(ctx, id)).rejects.toMatchObject(refused);
      await expect(rowsOf(ctx, 'delete from time_entries')).rejects.toMatchObject(refused);
      await expect(makeDay(ctx, anna, '2025-11-30')).rejects.toMatchObject(refused);
      await expect(
        rowsOf(ctx, "update time_entries set local_date = '2025-12-01' where id = $1", [id]),
      ).rejects.toMatchObject(refused);
      await makeDay(ctx, anna, '2025-12-01');
    },
  );

  dbTest('not while it is still the last day somewhere', async ({ ctx, make, clock }) => {
    await make.location({ zone: 'America/Los_Angeles' });
    clock.set('2025-12-01T07:59:00Z');
    const one = await period(ctx);
    expect(one.abilities).toMatchObject({ close: false, lock: false });
    await expect(lockPayPeriod(ctx, one.id, 1, {})).rejects.toMatchObject({ code: 'period_not_over' });
    clock.set('2025-12-01T08:00:00Z');
    expect(await lockPayPeriod(ctx, one.id, 1, {})).toMatchObject({ state: 'locked' });
  });

  dbTest('a change that is under way is waited for, and counts', async ({ ctx, make }) => {
    const { anna } = await makeTeam(ctx, make);
    const id = await makeDay(ctx, anna, '2025-11-28');
    const one = await period(ctx);
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
      and query like '%from pay_periods%'`;
    let lock: Promise<unknown> = Promise.resolve();
    await ctx.db.transaction(ctx.orgId, async (tx) => {
      await tx.$client.query('update time_entries set worked_minutes = 470, version = 2 where id = $1', [id]);
      lock = lockPayPeriod(ctx, one.id, 1, { anyway: true });
      const blocked = async () => {
        await expect.poll(() => rowsOf(ctx, waiting), { timeout: 5000 }).toHaveLength(1);
        return 'blocked';
      };
      expect(await Promise.race([lock, blocked()])).toBe('blocked');
    });
    expect(await lock).toMatchObject({ state: 'locked' });
    expect(await rowsOf(ctx, 'select counted_minutes, entries from timesheets')).toEqual([
      { counted_minutes: 470, entries: 1 },
    ]);
  });

  dbTest('work that goes on is in the way, also of a lock all the same', async ({ ctx, make }) => {
    const { anna } = await makeTeam(ctx, make);
    await makeEntry(ctx, anna, { startedAt: '2025-11-30T20:00:00Z', endedAt: null });
    const one = await period(ctx);
    await expect(lockPayPeriod(ctx, one.id, 1, { anyway: true })).rejects.toMatchObject({
      code: 'entry_open',
      message: expect.stringContaining('Still at work'),
    });
  });

  dbTest(
    'unlocked with permission and reason, it locks itself again after a day; all is written down',
    async ({ ctx, make, clock, foreign }) => {
      const { anna } = await makeTeam(ctx, make);
      const id = await makeDay(ctx, anna, '2025-11-28');
      await approveEntries(ctx, { entries: [{ id, version: 1 }] });
      const one = await period(ctx);
      await closePayPeriod(ctx, one.id, 1);
      await lockPayPeriod(ctx, one.id, 2, {});
      const manager = make.as(ctx, await make.user('manager'));
      const reason = { reason: 'Anna forgot her overtime' };
      await expect(unlockPayPeriod(manager, one.id, 3, reason)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(unlockPayPeriod(foreign.ctx, one.id, 3, reason)).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(unlockPayPeriod(ctx, one.id, 2, reason)).rejects.toMatchObject({
        code: 'version_conflict',
        current: { version: 3, state: 'locked' },
      });
      expect(await unlockPayPeriod(ctx, one.id, 3, reason)).toMatchObject({
        state: 'closed',
        relockAt: '2025-12-02T08:00:00Z',
        abilities: { reopen: false, lock: true },
      });
      await expect(reopenPayPeriod(ctx, one.id, 4)).rejects.toMatchObject({ code: 'already_decided' });
      await touchEntry(ctx, id, 5);
      const system = { ...ctx, actor: { kind: 'system' as const, name: 'test' } };
      clock.set('2025-12-02T07:59:59Z');
      expect(await relockPayPeriods(system)).toBe(0);
      clock.set('2025-12-02T08:00:00Z');
      expect(await Promise.all([relockPayPeriods(system), relockPayPeriods(system)])).toEqual(
        expect.arrayContaining([1, 0]),
      );
      expect(await period(ctx)).toMatchObject({ state: 'locked', relockAt: null });
      expect(await historyOf(ctx, one.id)).toMatchObject([
        { decision: 'closed', before: { state: 'open' }, after: { state: 'closed' } },
        { decision: 'locked' },
        { decision: 'unlocked', reason: reason.reason, before: { state: 'locked' } },
        { decision: 'relocked', step: 'automatic', actor_id: null },
      ]);
    },
  );
});

dbTest('a punch for a locked day is kept, once, and paid with the present period', async ({ ctx, make }) => {
  const { anna, annasManager, bosManager } = await makeTeam(ctx, make);
  const id = await makeDay(ctx, anna, '2025-11-28');
  await approveEntries(ctx, { entries: [{ id, version: 1 }] });
  await lockPayPeriod(ctx, (await period(ctx)).id, 1, {});
  const punchId = '019b0000-0000-7000-8000-000000000001';
  await rowsOf(
    ctx,
    `insert into time_punches (organization_id, id, employee_id, kind, occurred_at, received_at, location_id, zone)
     values ($1, $2, $3, 'out', '2025-11-28T18:00:00Z', now(), $4, 'Europe/Copenhagen')`,
    [ctx.orgId, punchId, anna.employeeId, anna.locationId],
  );
  const late = { employeeId: anna.employeeId, punchId, localDate: '2025-11-28' };
  for (let i = 0; i < 2; i++) await transact(ctx, 'test', (tx) => noteLatePunch(tx, ctx, late));
  const [item] = (await listAdjustments(annasManager)).data;
  if (!item) throw new Error('nothing noted');
  expect(item).toMatchObject({ state: 'open', employeeName: 'Anna', punch: { kind: 'out' }, version: 1 });
  expect((await listAdjustments(bosManager)).data).toEqual([]);
  const answer = { minutes: 120, reason: 'Worked till seven' };
  await expect(settleAdjustment(bosManager, item.id, 1, answer)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(settleAdjustment(ctx, item.id, 2, answer)).rejects.toMatchObject({ code: 'version_conflict' });
  expect(await settleAdjustment(annasManager, item.id, 1, answer)).toMatchObject({
    state: 'counted',
    minutes: 120,
  });
  await expect(settleAdjustment(ctx, item.id, 2, answer)).rejects.toMatchObject({ code: 'already_decided' });
  expect(await getTimesheet(anna.as, { employeeId: anna.employeeId, date: '2025-12-01' })).toMatchObject({
    totals: { entries: 0, adjustmentMinutes: 120 },
    adjustments: [{ minutes: 120 }],
  });
  expect(await getTimesheet(anna.as, { employeeId: anna.employeeId, date: '2025-11-28' })).toMatchObject({
    state: 'locked',
    totals: { countedMinutes: 480, adjustmentMinutes: 0 },
  });
});

dbTest(
  'an offline clock-in and clock-out that arrive after the lock: facts kept, hours unchanged, two matters to settle',
  async ({ ctx, make }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    await lockPayPeriod(ctx, (await period(ctx)).id, 1, {});
    for (const [kind, at] of [
      ['in', '2025-11-28T08:00:00Z'],
      ['out', '2025-11-28T16:00:00Z'],
    ] as const) {
      await recordPunch(anna.as, { id: uuidv7(), kind, occurredAt: at, offline: true });
    }
    expect(await rowsOf(ctx, 'select kind from time_punches order by occurred_at')).toEqual([
      { kind: 'in' },
      { kind: 'out' },
    ]);
    expect(await rowsOf(ctx, 'select id from time_entries')).toEqual([]);
    expect((await listAdjustments(annasManager)).data.map((one) => one.punch?.kind).toSorted()).toEqual([
      'in',
      'out',
    ]);
  },
);
