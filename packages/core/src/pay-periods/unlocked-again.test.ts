import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { CreatePunch } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { listAdjustments } from '../timesheets/list-adjustments.ts';
import { settleAdjustment } from '../timesheets/settle-adjustment.ts';
import { recordPunch } from '../time-tracking/record-punch.ts';
import { recordPunchBatch } from '../time-tracking/record-punch-batch.ts';
import { listPayPeriods } from './list-pay-periods.ts';
import { lockPayPeriod } from './lock-pay-period.ts';
import { relockPayPeriods } from './relock-pay-periods.ts';
import { unlockPayPeriod } from './unlock-pay-period.ts';

const at = (time: string, day = '28') => `2025-11-${day}T${time}:00Z`;
const punch = (kind: CreatePunch['kind'], occurredAt: string) => ({
  id: uuidv7(),
  kind,
  occurredAt,
  offline: true,
});
const send = (ctx: Ctx, ...punches: ReturnType<typeof punch>[]) => recordPunchBatch(ctx, { punches });
const minutes = async (ctx: Ctx) =>
  (await rowsOf(ctx, 'select worked_minutes as minutes from time_entries order by started_at')).map(
    (row) => row['minutes'],
  );

async function november(ctx: Ctx) {
  const [one] = (await listPayPeriods(ctx, { startDate: '2025-11-01', endDate: '2025-11-30' })).data;
  if (!one) throw new Error('no period');
  return one;
}

describe('a period that is unlocked again', () => {
  dbTest('what was counted later or dismissed does not count in it a second time', async ({ ctx, make }) => {
    const { as } = await makeClocker(ctx, make);
    await send(as, punch('in', at('08:00')), punch('out', at('16:00')));
    const locked = await lockPayPeriod(ctx, (await november(ctx)).id, 1, { anyway: true });
    // two hours in the evening that came too late
    await send(as, punch('in', at('18:00')), punch('out', at('20:00')));
    const [came, left] = (await listAdjustments(ctx)).data;
    await settleAdjustment(ctx, came?.id ?? '', 1, { minutes: 120, reason: 'Stocktaking' });
    await settleAdjustment(ctx, left?.id ?? '', 1, { minutes: null, reason: 'See the other' });
    await unlockPayPeriod(ctx, locked.id, locked.version, { reason: 'A break was forgotten' });
    await send(as, punch('break_start', at('12:00')), punch('break_end', at('12:30')));
    expect(await minutes(ctx)).toEqual([450]);
    expect(await rowsOf(ctx, "select id from time_punches where kind <> 'void'")).toHaveLength(6);
  });

  dbTest(
    'what waits to be settled counts in it, and is not there to be counted again',
    async ({ ctx, make }) => {
      const { as } = await makeClocker(ctx, make);
      await send(as, punch('in', at('08:00')), punch('out', at('16:00')));
      const locked = await lockPayPeriod(ctx, (await november(ctx)).id, 1, { anyway: true });
      await send(as, punch('in', at('18:00')), punch('out', at('20:00')));
      const [came] = (await listAdjustments(ctx)).data;
      await unlockPayPeriod(ctx, locked.id, locked.version, { reason: 'The evening is missing' });
      expect(await minutes(ctx)).toEqual([480, 120]);
      expect((await listAdjustments(ctx)).data).toEqual([]);
      await expect(
        settleAdjustment(ctx, came?.id ?? '', 1, { minutes: 120, reason: 'Again' }),
      ).rejects.toMatchObject({ code: 'version_conflict' });
    },
  );

  dbTest('locks itself again once nobody is at work in it any more', async ({ ctx, make, clock }) => {
    const { as } = await makeClocker(ctx, make);
    const locked = await lockPayPeriod(ctx, (await november(ctx)).id, 1, { anyway: true });
    await unlockPayPeriod(ctx, locked.id, locked.version, { reason: 'A night is missing' });
    await rowsOf(ctx, `update pay_periods set relock_at = '2025-12-01T09:00:00Z'`);
    await send(as, punch('in', at('22:00', '30')));
    const system = { ...ctx, actor: { kind: 'system' as const, name: 'test' } };
    clock.set('2025-12-01T10:00:00Z');
    expect(await relockPayPeriods(system)).toBe(0);
    await recordPunch(as, { id: uuidv7(), kind: 'out' });
    expect(await relockPayPeriods(system)).toBe(1);
    expect(await minutes(ctx)).toEqual([720]);
    expect((await recordPunch(as, { id: uuidv7(), kind: 'in' })).entry).toMatchObject({ state: 'open' });
  });
});
