import { describe, expect } from 'vitest';
import { rowsOf, type Clocker } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { listPayPeriods } from '../pay-periods/list-pay-periods.ts';
import { lockPayPeriod } from '../pay-periods/lock-pay-period.ts';
import { approveEntries } from './approve-entries.ts';
import { exportTimesheets } from './export-timesheets.ts';
import { getTimesheet } from './get-timesheet.ts';
import { makeEntry, makeTeam } from './timesheets.fixture.ts';

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
