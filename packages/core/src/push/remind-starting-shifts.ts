import { DEFAULT_NOTIFICATION_SETTINGS } from '@vaktplan/contracts/http/notification-settings';
import { listStartingShifts } from '@vaktplan/db/queries/push';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { notify } from '../notifications/notify.ts';
import { saidShift } from '../notify/said-shift.ts';

/** How often this runs: nobody is told later than they asked for, and at most so much earlier. */
const EVERY_MINUTES = 5;

/**
 * "Your shift starts at 09:00", so many minutes before as each person wishes, once a shift and start. Only for those who have
 * a phone that it reaches and are not at work. Returns how many were told now.
 */
export const remindStartingShifts = (ctx: Ctx): Promise<number> =>
  transact(ctx, 'push.remind-starting', async (tx) => {
    const now = ctx.now();
    const today = now.toZonedDateTimeISO('UTC').toPlainDate();
    const shifts = await listStartingShifts(tx, ctx.orgId, {
      now: now.toString(),
      next: now.add({ minutes: EVERY_MINUTES }).toString(),
      days: [-1, 0, 1].map((days) => today.add({ days }).toString()),
      kind: 'shift_starting',
      standing: DEFAULT_NOTIFICATION_SETTINGS.reminderMinutes,
    });
    let told = 0;
    for (const shift of shifts) {
      const work = shift.positionName ?? shift.departmentName;
      const reached = await notify(tx, ctx, {
        said: { v: 1, what: 'shift_starting', shift: saidShift(shift), work },
        link: '/dashboard',
        userIds: [shift.userId],
        dedupeKey: `shift-starting-${shift.shiftId}-${shift.startsAt}`,
      });
      told += reached.length;
    }
    return told;
  });
