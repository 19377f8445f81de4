import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listUpcomingShifts } from '@vaktplan/db/queries/recipients';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { notify, type News } from '../notifications/notify.ts';
import { saidShift } from './said-shift.ts';

/** More are counted and not listed. */
const LISTED = 7;

/**
 * Reminds everybody with a login of their published shifts on `days` business days (default 1) from `date` (default:
 * tomorrow in the organisation's zone) on. Returns how many were told now; nobody is told twice of the same days.
 */
export const remindUpcomingShifts = (
  ctx: Ctx,
  { date, days = 1 }: { date?: string | undefined; days?: number | undefined },
): Promise<number> =>
  transact(ctx, 'notify.remind', async (tx) => {
    const organization = await findOrganization(tx, ctx.orgId);
    if (!organization) throw new AppError('not_found');
    const start = date
      ? Temporal.PlainDate.from(date)
      : ctx.now().toZonedDateTimeISO(organization.zone).toPlainDate().add({ days: 1 });
    const range = { startDate: start.toString(), endDate: start.add({ days: days - 1 }).toString() };
    const shifts = await listUpcomingShifts(tx, ctx.orgId, range);
    let told = 0;
    const people = [...Map.groupBy(shifts, (shift) => shift.userId)].map(([userId, own]) => ({
      userId,
      own: own.map(saidShift),
    }));
    // who works the same is told the same
    for (const same of Map.groupBy(people, ({ own }) => JSON.stringify(own)).values()) {
      const own = same[0]?.own ?? [];
      const listed = own.slice(0, LISTED);
      const more = own.length - listed.length;
      const news: News = {
        said: { v: 1, what: 'shift_reminder', ...range, shifts: listed, more },
        link: `/shifts?date=${range.startDate}`,
        userIds: same.map(({ userId }) => userId),
        dedupeKey: `remind-upcoming-shifts-${range.startDate}-${days}`,
      };
      told += (await notify(tx, ctx, news)).length;
    }
    return told;
  });
