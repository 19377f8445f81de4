import { describe, expect } from 'vitest';
import { HistoryList } from '@vaktplan/contracts/http/timesheet-corrections';
import { dbTest } from '@vaktplan/testing/db-test';
import { listPayPeriods } from '../pay-periods/list-pay-periods.ts';
import { lockPayPeriod } from '../pay-periods/lock-pay-period.ts';
import { acceptCorrection } from './accept-correction.ts';
import { approveEntries } from './approve-entries.ts';
import { getTimesheet } from './get-timesheet.ts';
import { listSheetHistory } from './list-sheet-history.ts';
import { proposeCorrection } from './propose-correction.ts';
import { submitTimesheet } from './submit-timesheet.ts';
import { makeDay, makeTeam } from './timesheets.fixture.ts';

describe('the history of a sheet', () => {
  dbTest(
    'every step with before and after, for those who may see it',
    async ({ ctx, make, clock, foreign }) => {
      const { anna, annasManager, bo, bosManager } = await makeTeam(ctx, make);
      await makeDay(ctx, anna, '2025-11-28');
      clock.set('2025-12-01T08:00:00Z');
      const sheet = () => getTimesheet(anna.as, { employeeId: anna.employeeId, date: '2025-11-28' });
      const { id, version } = await sheet();
      const tick = () => clock.advance({ minutes: 1 });
      await submitTimesheet(anna.as, id, version);
      tick();
      const missed = await proposeCorrection(anna.as, {
        locationId: anna.locationId,
        startedAt: '2025-11-29T08:00:00Z',
        endedAt: '2025-11-29T10:00:00Z',
        comment: 'Inventory',
      });
      tick();
      await acceptCorrection(annasManager, missed.id, 1, {});
      tick();
      const { lines } = await sheet();
      await approveEntries(annasManager, {
        entries: lines.map((line) => ({ id: line.id, version: line.version })),
      });
      tick();
      const [period] = (await listPayPeriods(ctx, { startDate: '2025-11-01', endDate: '2025-11-30' })).data;
      await lockPayPeriod(ctx, period?.id ?? '', period?.version, {});

      const seen = HistoryList.parse(await listSheetHistory(annasManager, id));
      expect(seen.data.map(({ decision }) => decision)).toEqual([
        'locked',
        'approved',
        'approved',
        'accepted',
        'added',
        'proposed',
        'submitted',
      ]);
      expect(seen.data[1]).toMatchObject({ before: { state: 'submitted' }, after: { state: 'approved' } });
      expect(seen.data.at(-1)).toMatchObject({ before: { state: 'open' }, after: { state: 'submitted' } });
      expect(await listSheetHistory(anna.as, id)).toEqual(seen);
      for (const [who, code] of [
        [bo.as, 'forbidden'],
        [bosManager, 'forbidden'],
        [foreign.ctx, 'not_found'],
      ] as const) {
        await expect(listSheetHistory(who, id)).rejects.toMatchObject({ code });
      }
    },
  );
});
