import { AppError } from '@vaktplan/contracts/errors';
import { EVENTS, type EventPayload } from '@vaktplan/contracts/events';
import type { Tx } from '@vaktplan/db/database';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listPublicationChanges } from '@vaktplan/db/queries/publication-changes';
import { findEvent, listRecipients, type Recipient } from '@vaktplan/db/queries/recipients';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { notify } from '../notifications/notify.ts';
import { periodText, usableLocale } from './local-text.ts';
import { changesOf } from './person-changes.ts';
import { changeCounts } from './shift-mail.ts';

type PublicationKind = 'schedule_published' | 'schedule_unpublished';
type Told = {
  kind: PublicationKind;
  publication: EventPayload<'schedule.unpublished'>;
  employeeIds: string[];
};

/**
 * Tells those with a login in the app about a publication, from its event, and names those to write to. May run again:
 * nobody is told twice in the app. Errors: not_found.
 */
export const notifyPublication = (
  ctx: Ctx,
  eventId: string,
): Promise<{ kind: PublicationKind; publicationId: string; mailTo: string[] }> =>
  transact(ctx, 'notify.publication', async (tx) => {
    const told = await readEvent(tx, ctx, eventId);
    const recipients = await listRecipients(tx, ctx.orgId, told.employeeIds);
    const title = await titleOf(tx, ctx, told);
    for (const [body, userIds] of await textsOf(tx, ctx, told, recipients)) {
      await notify(tx, ctx, {
        kind: told.kind,
        title,
        body,
        link: `/shifts?date=${told.publication.startDate}`,
        userIds,
        dedupeKey: `${eventId}-notify-publication`,
      });
    }
    const mailTo = recipients.filter(({ email }) => email !== null).map(({ employeeId }) => employeeId);
    return { kind: told.kind, publicationId: told.publication.publicationId, mailTo };
  });

const readEvent = async (tx: Tx, ctx: Ctx, eventId: string): Promise<Told> => {
  const event = await findEvent(tx, ctx.orgId, eventId);
  if (event?.eventType === 'schedule.published') {
    const publication = EVENTS['schedule.published'].parse(event.payload);
    return { kind: 'schedule_published', publication, employeeIds: publication.notifyEmployeeIds };
  }
  if (event?.eventType === 'schedule.unpublished') {
    const publication = EVENTS['schedule.unpublished'].parse(event.payload);
    const employeeIds = publication.notifyEmployeeIds ?? publication.affectedEmployeeIds;
    return { kind: 'schedule_unpublished', publication, employeeIds };
  }
  throw new AppError('not_found');
};

const titleOf = async (tx: Tx, ctx: Ctx, { kind, publication }: Told): Promise<string> => {
  const organization = await findOrganization(tx, ctx.orgId);
  const locale = usableLocale(organization?.locale ?? 'en');
  const when = periodText(publication.startDate, publication.endDate, locale);
  return kind === 'schedule_published' ? `Schedule published: ${when}` : `Schedule taken back: ${when}`;
};

/** Each text with the logins that it is for: most people share one with others. */
const textsOf = async (
  tx: Tx,
  ctx: Ctx,
  { publication }: Told,
  recipients: readonly Recipient[],
): Promise<Map<string, string[]>> => {
  const changes = await listPublicationChanges(tx, ctx.orgId, { publicationId: publication.publicationId });
  const texts = new Map<string, string[]>();
  for (const { employeeId, userId } of recipients) {
    if (userId === null) continue;
    const counts = changeCounts(changesOf(changes, employeeId));
    const body = counts === '' ? 'Nothing changes for you.' : `Your shifts: ${counts}.`;
    texts.set(body, [...(texts.get(body) ?? []), userId]);
  }
  return texts;
};
