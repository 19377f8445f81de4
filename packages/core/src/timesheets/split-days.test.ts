import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { rowsOf, type Clocker } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import type { Ctx } from '../context/ctx.ts';
import { listPayPeriods } from '../pay-periods/list-pay-periods.ts';
import { lockPayPeriod } from '../pay-periods/lock-pay-period.ts';
import { recordPunchBatch } from '../time-tracking/record-punch-batch.ts';
import { approveEntries } from './approve-entries.ts';
import { exportTimesheets } from './export-timesheets.ts';
import { getTimesheet } from './get-timesheet.ts';
import { listAdjustments } from './list-adjustments.ts';
import { makeEntry, makeTeam, touchEntry } from './timesheets.fixture.ts';

const november = { startDate: '2025-11-01', endDate: '2025-11-30' };
const december = { startDate: '2025-12-01', endDate: '2025-12-31' };

/** The night between the periods, 23:00 to 05:00 in Copenhagen, split at midnight. */
async function makeNight(ctx: Ctx, who: Clocker): Promise<string> {
  const id = await makeEntry(ctx, who, {
    startedAt: '2025-11-30T22:00:00Z',
    endedAt: '2025-12-01T04:00:00Z',
    localDate: '2025-11-30',
  });
  const days = [
    { localDate: '2025-11-30', minutes: 60 },
    { localDate: '2025-12-01', minutes: 300 },
  ];
  await rowsOf(ctx, 'update time_entries set days = $2 where id = $1', [id, JSON.stringify(days)]);
  return id;
}

describe('an entry that is split at midnight between two pay periods', () => {
  dbTest('counts in each with the hours of its days', async ({ ctx, make, clock }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    const id = await makeNight(ctx, anna);
    clock.set('2025-12-03T08:00:00Z');
    const sheet = (date: string) => getTimesheet(anna.as, { employeeId: anna.employeeId, date });
    const minutes = async () =>
      Promise.all(
        ['2025-11-30', '2025-12-01'].map(async (date) => (await sheet(date)).totals.countedMinutes),
      );
    expect(await minutes()).toEqual([60, 300]);
    expect((await sheet('2025-12-01')).lines).toMatchObject([
      { id, localDate: '2025-11-30', countedMinutes: 360, days: [{ minutes: 60 }, { minutes: 300 }] },
    ]);

    await approveEntries(annasManager, { entries: [{ id, version: 1 }] });
    expect(await minutes()).toEqual([60, 300]);
    const kept = await rowsOf(ctx, 'select counted_minutes, state from timesheets order by counted_minutes');
    expect(kept).toEqual([
      { counted_minutes: 60, state: 'approved' },
      { counted_minutes: 300, state: 'approved' },
    ]);

    const [period] = (await listPayPeriods(ctx, november)).data;
    await lockPayPeriod(ctx, period?.id ?? '', period?.version, {});
    expect(await minutes()).toEqual([60, 300]);
    expect(await sheet('2025-11-30')).toMatchObject({ state: 'locked', totals: { countedMinutes: 60 } });
  });

  dbTest('is as it is while either of them is locked', async ({ ctx, make, clock }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    const id = await makeNight(ctx, anna);
    clock.set('2026-01-03T08:00:00Z');
    const [period] = (await listPayPeriods(ctx, december)).data;
    await lockPayPeriod(ctx, period?.id ?? '', period?.version, { anyway: true });
    const { data } = await approveEntries(annasManager, { entries: [{ id, version: 1 }] });
    expect(data).toMatchObject([{ done: false, code: 'period_locked' }]);
    const [line] = (await getTimesheet(annasManager, { employeeId: anna.employeeId, date: '2025-11-30' }))
      .lines;
    expect(line?.abilities).toEqual({ approve: false, correct: false, propose: false });
  });

  dbTest('whatever code would change it: the database refuses', async ({ ctx, make, clock }) => {
    const { anna } = await makeTeam(ctx, make);
    const id = await makeNight(ctx, anna);
    const pause = (entryId: string) =>
      rowsOf(
        ctx,
        `insert into time_entry_breaks (organization_id, id, time_entry_id, started_at, ended_at)
         values ($1, $2, $3, '2025-12-01T01:00:00Z', '2025-12-01T01:30:00Z')`,
        [ctx.orgId, uuidv7(), entryId],
      );
    await pause(id);
    clock.set('2026-01-03T08:00:00Z');
    const [period] = (await listPayPeriods(ctx, december)).data;
    await expect(lockPayPeriod(ctx, period?.id ?? '', period?.version, {})).rejects.toMatchObject({
      code: 'period_unsettled',
    });
    await lockPayPeriod(ctx, period?.id ?? '', period?.version, { anyway: true });
    const refused = { constraint: 'time_entries_locked' };
    await expect(touchEntry(ctx, id)).rejects.toMatchObject(refused);
    await expect(rowsOf(ctx, 'delete from time_entries')).rejects.toMatchObject(refused);
    await expect(rowsOf(ctx, "update time_entries set days = '[]'")).rejects.toMatchObject(refused);
    await expect(pause(id)).rejects.toMatchObject(refused);
    await expect(rowsOf(ctx, 'update time_entry_breaks set paid = true')).rejects.toMatchObject(refused);
    await expect(rowsOf(ctx, 'delete from time_entry_breaks')).rejects.toMatchObject(refused);
    // into it from an open day
    const open = await makeEntry(ctx, anna, {
      startedAt: '2025-11-28T08:00:00Z',
      endedAt: '2025-11-28T16:00:00Z',
    });
    await pause(open);
    const into = JSON.stringify([{ localDate: '2025-12-01', minutes: 5 }]);
    await expect(
      rowsOf(ctx, 'update time_entries set days = $2 where id = $1', [open, into]),
    ).rejects.toMatchObject(refused);
    await touchEntry(ctx, open);
  });

  dbTest(
    'a clock-out that comes late and would shorten it is kept beside it; what came with it counts',
    async ({ ctx, make, clock }) => {
      const { anna } = await makeTeam(ctx, make);
      const settings = { ...DEFAULT_TIME_POLICY, overnight: 'split' as const };
      await rowsOf(
        ctx,
        `insert into time_policies (organization_id, id, location_id, valid, settings, created_by)
         values ($1, $2, $3, '[2025-01-01,)', $4, null)`,
        [ctx.orgId, uuidv7(), anna.locationId, JSON.stringify(settings)],
      );
      const punch = (kind: 'in' | 'out', occurredAt: string) => ({
        id: uuidv7(),
        kind,
        occurredAt,
        offline: true,
      });
      clock.set('2025-12-01T08:00:00Z');
      await recordPunchBatch(anna.as, {
        punches: [punch('in', '2025-11-30T20:00:00Z'), punch('out', '2025-12-01T04:00:00Z')],
      });
      const entries = () =>
        rowsOf(ctx, 'select local_date, worked_minutes, version from time_entries order by started_at');
      expect(await entries()).toEqual([{ local_date: '2025-11-30', worked_minutes: 480, version: 1 }]);
      await rowsOf(
        ctx,
        `insert into pay_periods (organization_id, id, period, state) values ($1, $2, '[2025-12-01,2025-12-02)', 'locked')`,
        [ctx.orgId, uuidv7()],
      );
      clock.set('2025-12-03T08:00:00Z');
      const { data } = await recordPunchBatch(anna.as, {
        punches: [
          punch('out', '2025-11-30T22:00:00Z'),
          punch('in', '2025-12-02T08:00:00Z'),
          punch('out', '2025-12-02T10:00:00Z'),
        ],
      });
      expect(data.map(({ code, outcome }) => code ?? outcome)).toEqual([
        'period_locked',
        'recorded',
        'recorded',
      ]);
      expect(await entries()).toEqual([
        { local_date: '2025-11-30', worked_minutes: 480, version: 1 },
        { local_date: '2025-12-02', worked_minutes: 120, version: 1 },
      ]);
      expect((await listAdjustments(ctx)).data).toHaveLength(1);
    },
  );

  dbTest('and so in what is taken away', async ({ ctx, make, clock }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    await makeNight(ctx, anna);
    clock.set('2025-12-03T08:00:00Z');
    const hoursIn = async (days: typeof november) => {
      const { sheets } = await exportTimesheets(annasManager, { ...days, onlyApproved: 'false' });
      return sheets().map(
        ({ columns, rows }) => [...rows][0]?.[columns.findIndex(({ header }) => header === 'Hours')],
      );
    };
    expect(await hoursIn(november)).toEqual([60, 60]);
    expect(await hoursIn(december)).toEqual([300, 300]);
  });
});
