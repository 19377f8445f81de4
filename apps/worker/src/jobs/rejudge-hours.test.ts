import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { publishSchedule } from '@vaktplan/core/schedules/publish-schedule';
import { createShift } from '@vaktplan/core/shifts/create-shift';
import { recordPunch } from '@vaktplan/core/time-tracking/record-punch';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { jobsOf } from '../relay/interested.ts';
import { workerTest } from '../worker.fixture.ts';

workerTest(
  'a plan that is published late is told to the hours, once',
  async ({ ctx, make, work, handle, stand }) => {
    const { as, departmentId, employeeId, locationId } = await makeClocker(ctx, make);
    const day = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
    const shift = await createShift(ctx, { departmentId, employeeId, ...day });
    await recordPunch(as, { id: uuidv7(), kind: 'in' });
    work();
    await publishSchedule(ctx, {
      locationId,
      startDate: '2025-12-01',
      endDate: '2025-12-07',
      notify: 'none',
    });
    const entries = () => rowsOf(ctx, 'select shift_id, version from time_entries');
    await expect.poll(entries, { timeout: 10_000 }).toEqual([{ shift_id: shift.id, version: 2 }]);
    const jobs = await stand.queues.events.getJobs(['completed', 'active']);
    const [data] = jobs.filter(({ name }) => name === 'rejudge-hours').map((job) => job.data);
    const { organizationId, eventId } = data as { organizationId: string; eventId: string };
    expect(await handle('rejudge-hours', { organizationId, eventId }, true)).toEqual({ entries: 0 });
    expect(await entries()).toEqual([{ shift_id: shift.id, version: 2 }]);
  },
);

test('only a decision that is taken back asks for it', () => {
  const ids = { eventId: uuidv7(), aggregateId: 'a', aggregateType: 'timesheet', organizationId: uuidv7() };
  const metadata = { timestamp: '2025-12-01T08:00:00Z', version: 1 };
  const sheet = {
    timesheetId: uuidv7(),
    payPeriodId: uuidv7(),
    employeeId: uuidv7(),
    locationIds: [],
    entryIds: [],
  };
  const asked = ['approved', 'rejected', 'rejudged', 'reopened', 'locked', 'unlocked'].filter(
    (decision) =>
      jobsOf({ ...ids, eventType: 'timesheet.changed', payload: { ...sheet, decision }, metadata }).length >
      0,
  );
  expect(asked).toEqual(['reopened', 'unlocked']);
});
