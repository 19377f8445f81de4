import { AppError } from '@vaktplan/contracts/errors';
import { EVENTS } from '@vaktplan/contracts/events';
import type { JobPayload } from '@vaktplan/contracts/jobs';
import { findLocation } from '@vaktplan/db/queries/locations';
import { listSettings } from '@vaktplan/db/queries/notification-settings';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listPublicationChanges } from '@vaktplan/db/queries/publication-changes';
import { findEvent, listRecipients } from '@vaktplan/db/queries/recipients';
import type { Ctx } from '../context/ctx.ts';
import { presentSettings } from '../notification-settings/settings.presenter.ts';
import type { Mail } from './mail-page.ts';
import { changesOf } from './person-changes.ts';
import { shiftMail } from './shift-mail.ts';

type Asked = Pick<JobPayload<'send-shift-notification'>, 'eventId' | 'publicationId' | 'employeeId' | 'type'>;

/**
 * The mail to one person about one publication; null when there is no address, the person has left or wants no such mail.
 * `webUrl` is where people open the web app. Errors: not_found.
 */
export const writeShiftMail = (ctx: Ctx, asked: Asked, webUrl: string): Promise<Mail | null> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const [recipient] = await listRecipients(tx, ctx.orgId, [asked.employeeId]);
    if (!recipient?.email) return null;
    if (recipient.userId !== null) {
      const [settings] = await listSettings(tx, ctx.orgId, [recipient.userId]);
      if (presentSettings(settings).emailOff.includes(asked.type)) return null;
    }
    const event = await findEvent(tx, ctx.orgId, asked.eventId);
    const organization = await findOrganization(tx, ctx.orgId);
    if (!event || !organization) throw new AppError('not_found');
    // published says all that unpublished says
    const { locationId, startDate, endDate } = EVENTS['schedule.unpublished'].parse(event.payload);
    const location = await findLocation(tx, ctx.orgId, locationId);
    if (!location) throw new AppError('not_found');
    const changes = await listPublicationChanges(tx, ctx.orgId, asked);
    return shiftMail({
      to: { address: recipient.email, name: recipient.name },
      type: asked.type,
      organization,
      location,
      startDate,
      endDate,
      changes: changesOf(changes, asked.employeeId),
      url: `${webUrl}/shifts?date=${startDate}`,
    });
  });
