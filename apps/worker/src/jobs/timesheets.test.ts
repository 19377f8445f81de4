import { expect } from 'vitest';
import { listPayPeriods } from '@vaktplan/core/pay-periods/list-pay-periods';
import { lockPayPeriod } from '@vaktplan/core/pay-periods/lock-pay-period';
import { unlockPayPeriod } from '@vaktplan/core/pay-periods/unlock-pay-period';
import { workerTest } from '../worker.fixture.ts';

workerTest('an unlocked pay period is locked again, once, when its day is up', async ({ ctx, handle }) => {
  const past = { ...ctx, now: () => ctx.now().subtract({ hours: 48 }) };
  const month = { startDate: '2024-05-01', endDate: '2024-05-31' };
  const [period] = (await listPayPeriods(past, month)).data;
  if (!period) throw new Error('no period');
  await lockPayPeriod(past, period.id, 1, {});
  await unlockPayPeriod(past, period.id, 2, { reason: 'Forgotten hours' });
  const payload = { organizationId: ctx.orgId };
  expect(await handle('relock-pay-periods', payload)).toEqual({ locked: 1 });
  expect(await handle('relock-pay-periods', payload)).toEqual({ locked: 0 });
  expect((await listPayPeriods(ctx, month)).data).toMatchObject([{ state: 'locked', relockAt: null }]);
  expect(await handle('approve-automatically', payload)).toEqual({ approved: 0 });
  expect(await handle('forget-outdated', payload)).toEqual({ positions: 0, photos: 0 });
});
