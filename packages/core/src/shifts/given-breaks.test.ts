import { expect } from 'vitest';
import { CreateShiftSchema } from '@vaktplan/contracts/http/shifts';
import { dbTest } from '@vaktplan/testing/db-test';
import { bulkShifts } from './bulk-shifts.ts';
import { createShift } from './create-shift.ts';
import { updateShift } from './update-shift.ts';

const pause = { minutes: 30, paid: false };
const night = { startsAt: '2025-10-25T22:00', endsAt: '2025-10-26T06:00' };

dbTest(
  'a break hangs on the start of its shift, over the night the clocks go back too',
  async ({ ctx, make }) => {
    const departmentId = await make.department(await make.location());
    const wish = { departmentId, ...night, breaks: [{ ...pause, afterStart: 300 }] };
    const lies = [{ ...pause, startsAt: '2025-10-26T01:00:00Z' }];
    const made = await createShift(ctx, wish);
    expect(made.breaks).toEqual(lies);
    const { data } = await bulkShifts(ctx, { changes: [{ op: 'create', shift: wish }] });
    expect(data).toMatchObject([{ ok: true, shift: { breaks: lies } }]);
    const later = await updateShift(ctx, made.id, 1, { breaks: [{ ...pause, afterStart: 0 }] });
    expect(later.breaks).toEqual([{ ...pause, startsAt: '2025-10-25T20:00:00Z' }]);
    await expect(
      createShift(ctx, { ...wish, breaks: [{ ...pause, afterStart: 600 }] }),
    ).rejects.toMatchObject({ code: 'break_outside_shift' });
    const both = { ...wish, breaks: [{ ...pause, afterStart: 1, startsAt: '2025-10-26T01:00:00Z' }] };
    expect(CreateShiftSchema.safeParse(both).success).toBe(false);
  },
);
