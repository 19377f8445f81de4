import { describe, expect } from 'vitest';
import { makeShift, type Clocker } from '@vaktplan/testing/clock-rows';
import { dbTest, type FakeClock } from '@vaktplan/testing/db-test';
import { v7 as uuidv7 } from 'uuid';
import { getBoard } from '../board/get-board.ts';
import type { Ctx } from '../context/ctx.ts';
import { setTolerance } from '../pay-periods/set-tolerance.ts';
import { recordPunch } from '../time-tracking/record-punch.ts';
import { approveAutomatically } from './approve-automatically.ts';
import { listTimesheetLines } from './list-lines.ts';
import { makeTeam } from './timesheets.fixture.ts';

const december = { startDate: '2025-11-30', endDate: '2025-12-31' };

type Planned = Pick<Parameters<typeof makeShift>[1], 'positionId' | 'unpaidMinutes'> & {
  from: string;
  to: string;
};
const plan = async (ctx: Ctx, { departmentId, employeeId }: Clocker, shifts: readonly Planned[]) => {
  for (const { from, to, ...rest } of shifts)
    await makeShift(ctx, { departmentId, employeeId, startsAt: from, endsAt: to, ...rest });
};
type Kind = 'in' | 'out' | 'break_start' | 'break_end';
const work = async ({ as }: Clocker, clock: FakeClock, taps: readonly [kind: Kind, at: string][]) => {
  for (const [kind, at] of taps) {
    clock.set(at);
    await recordPunch(as, { id: uuidv7(), kind });
  }
};

describe('shifts that touch, worked in one stretch', () => {
  dbTest(
    'are what the stretch is compared with, and approved by themselves',
    async ({ ctx, make, clock }) => {
      const { anna, annasManager } = await makeTeam(ctx, make);
      const [bar, floor] = [await make.position(anna.departmentId), await make.position(anna.departmentId)];
      // another position from noon on; over midnight; half an hour's break in the second half
      await plan(ctx, anna, [
        { from: '2025-12-01T08:00:00Z', to: '2025-12-01T12:00:00Z', positionId: bar },
        { from: '2025-12-01T12:00:00Z', to: '2025-12-01T16:00:00Z', positionId: floor },
        { from: '2025-12-02T20:00:00Z', to: '2025-12-02T23:00:00Z' },
        { from: '2025-12-02T23:00:00Z', to: '2025-12-03T04:00:00Z' },
        { from: '2025-12-04T08:00:00Z', to: '2025-12-04T12:00:00Z' },
        { from: '2025-12-04T12:00:00Z', to: '2025-12-04T16:00:00Z', unpaidMinutes: 30 },
        // a quarter of an hour is nobody's
        { from: '2025-12-05T08:00:00Z', to: '2025-12-05T12:00:00Z' },
        { from: '2025-12-05T12:15:00Z', to: '2025-12-05T16:00:00Z' },
      ]);
      await work(anna, clock, [
        ['in', '2025-12-01T08:00:00Z'],
        ['out', '2025-12-01T16:00:00Z'],
        ['in', '2025-12-02T19:58:00Z'],
        ['out', '2025-12-03T04:02:00Z'],
        ['in', '2025-12-04T08:00:00Z'],
        ['break_start', '2025-12-04T13:00:00Z'],
        ['break_end', '2025-12-04T13:30:00Z'],
        ['out', '2025-12-04T16:00:00Z'],
        ['in', '2025-12-05T08:00:00Z'],
        ['out', '2025-12-05T16:00:00Z'],
      ]);
      const lines = async () => (await listTimesheetLines(annasManager, december)).data;
      expect(
        (await lines()).map(({ shift, flags, exception }) => [
          shift?.endsAt,
          shift?.minutes,
          flags,
          exception,
        ]),
      ).toEqual([
        ['2025-12-01T16:00:00Z', 480, [], false],
        ['2025-12-03T04:00:00Z', 480, [], false],
        ['2025-12-04T16:00:00Z', 450, [], false],
        ['2025-12-05T12:00:00Z', 240, ['deviation'], true],
      ]);
      await setTolerance(ctx, anna.locationId, 0, {
        automatic: true,
        startMinutes: 5,
        endMinutes: 5,
        totalMinutes: 10,
      });
      const job: Ctx = { ...ctx, actor: { kind: 'system', name: 'approve-automatically' } };
      clock.set('2025-12-06T08:00:00Z');
      expect(await approveAutomatically(job)).toBe(3);
      expect((await lines()).map(({ state }) => state)).toEqual([
        'approved',
        'approved',
        'approved',
        'complete',
      ]);
    },
  );

  dbTest('who leaves early is missed at none of them', async ({ ctx, make, clock }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    await plan(ctx, anna, [
      { from: '2025-12-01T08:00:00Z', to: '2025-12-01T12:00:00Z' },
      { from: '2025-12-01T12:00:00Z', to: '2025-12-01T16:00:00Z' },
    ]);
    const seen = async () =>
      (await getBoard(annasManager, {})).data.map(({ state, shift }) => [state, shift?.endsAt]);
    clock.set('2025-12-01T07:50:00Z');
    expect(await seen()).toEqual([['expected', '2025-12-01T12:00:00Z']]);
    await work(anna, clock, [['in', '2025-12-01T08:00:00Z']]);
    expect(await seen()).toEqual([['in', '2025-12-01T16:00:00Z']]);
    await work(anna, clock, [['out', '2025-12-01T13:00:00Z']]);
    expect(await seen()).toEqual([]);
  });
});
