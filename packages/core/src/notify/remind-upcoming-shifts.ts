import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listUpcomingShifts, type UpcomingShift } from '@vaktplan/db/queries/recipients';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { notify } from '../notifications/notify.ts';
import { periodText, shiftText, usableLocale } from './local-text.ts';

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
    const locale = usableLocale(organization.locale);

    const texts = new Map<string, string[]>();
    for (const [userId, own] of Map.groupBy(shifts, (shift) => shift.userId)) {
      const body = reminderText(own, locale);
      texts.set(body, [...(texts.get(body) ?? []), userId]);
    }
    let told = 0;
    for (const [body, userIds] of texts) {
      const news = {
        kind: 'shift_reminder' as const,
        title: `Your shifts, ${periodText(range.startDate, range.endDate, locale)}`,
        body,
        link: `/shifts?date=${range.startDate}`,
        userIds,
        dedupeKey: `remind-upcoming-shifts-${range.startDate}-${days}`,
      };
      told += (await notify(tx, ctx, news)).length;
    }
    return told;
  });

const reminderText = (shifts: readonly UpcomingShift[], locale: string): string => {
  const lines = shifts.slice(0, LISTED).map((shift) => `${shiftText(shift, locale)} · ${shift.locationName}`);
  const more = shifts.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
};
