import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { makeClocker, makeShift, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { closeForgotten } from './close-forgotten.ts';
import { getClock } from './get-clock.ts';
import { recordPunch } from './record-punch.ts';

describe('closeForgotten', () => {
  dbTest(
    'ends what nobody ended at the shift’s end, marks it, once; a real clock-out takes its place',
    async ({ ctx, make, clock }) => {
      const { as, employeeId, departmentId } = await makeClocker(ctx, make);
      const colleague = await makeClocker(ctx, make, { departmentId });
      await makeShift(ctx, {
        departmentId,
        employeeId,
        startsAt: '2025-12-01T08:00:00Z',
        endsAt: '2025-12-01T16:00:00Z',
      });
      const { entry } = await recordPunch(as, { id: uuidv7(), kind: 'in' });
      clock.advance({ hours: 3 });
      await recordPunch(colleague.as, { id: uuidv7(), kind: 'in' });
      clock.set('2025-12-01T17:59:59Z');
      expect(await closeForgotten(ctx)).toBe(0);
      clock.set('2025-12-01T18:00:00Z');
      expect(await closeForgotten(ctx)).toBe(1);
      expect(await closeForgotten(ctx)).toBe(0);
      const row = async () =>
        (
          await rowsOf(
            ctx,
            'select ended_at, flags, version, worked_minutes from time_entries where id = $1',
            [entry.id],
          )
        )[0];
      expect(await row()).toEqual({
        ended_at: '2025-12-01T16:00:00Z',
        flags: ['auto_closed', 'missing_out'],
        version: 2,
        worked_minutes: 480,
      });
      expect((await getClock(as)).state).toBe('out');
      expect((await getClock(colleague.as)).state).toBe('in');
      const events = await rowsOf(ctx, 'select event_type, metadata from events order by position');
      expect(events.at(-1)).toMatchObject({ event_type: 'timeEntry.completed', metadata: { version: 2 } });

      clock.set('2025-12-01T19:30:00Z');
      expect((await recordPunch(as, { id: uuidv7(), kind: 'out' })).entry).toMatchObject({
        id: entry.id,
        endedAt: '2025-12-01T19:30:00Z',
        workedMinutes: 690,
        flags: [],
        version: 3,
      });
    },
  );

  dbTest(
    'who comes back the next morning begins anew, also before the job has run',
    async ({ ctx, make, clock }) => {
      const { as, employeeId, departmentId } = await makeClocker(ctx, make);
      await makeShift(ctx, {
        departmentId,
        employeeId,
        startsAt: '2025-12-01T08:00:00Z',
        endsAt: '2025-12-01T16:00:00Z',
      });
      await recordPunch(as, { id: uuidv7(), kind: 'in' });
      clock.set('2025-12-02T08:00:00Z');
      expect((await recordPunch(as, { id: uuidv7(), kind: 'in' })).entry.startedAt).toBe(
        '2025-12-02T08:00:00Z',
      );
      const rows = await rowsOf(ctx, 'select worked_minutes, flags from time_entries order by started_at');
      expect(rows[0]).toMatchObject({ worked_minutes: 480, flags: ['missing_out'] });
    },
  );
});
