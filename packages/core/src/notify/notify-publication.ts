import { AppError } from '@vaktplan/contracts/errors';
import { EVENTS, type EventPayload } from '@vaktplan/contracts/events';
import type { Said } from '@vaktplan/contracts/http/news';
import type { Tx } from '@vaktplan/db/database';
import { listPublicationChanges } from '@vaktplan/db/queries/publication-changes';
import { findEvent, listRecipients, type Recipient } from '@vaktplan/db/queries/recipients';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { notify } from '../notifications/notify.ts';
import { changesOf } from './person-changes.ts';

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
    for (const news of await newsOf(tx, ctx, told, recipients)) {
      await notify(tx, ctx, {
        ...news,
        link: `/shifts?date=${told.publication.startDate}`,
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

/** What each is told, with the logins that it is for: most people share it with others. */
const newsOf = async (
  tx: Tx,
  ctx: Ctx,
  { kind, publication }: Told,
  recipients: readonly Recipient[],
): Promise<{ said: Said; userIds: string[] }[]> => {
  const { publicationId, startDate, endDate } = publication;
  const changes = await listPublicationChanges(tx, ctx.orgId, { publicationId });
  const news = new Map<string, { said: Said; userIds: string[] }>();
  for (const { employeeId, userId } of recipients) {
    if (userId === null) continue;
    const { added, changed, removed } = changesOf(changes, employeeId);
    const counts = { added: added.length, changed: changed.length, removed: removed.length };
    const key = JSON.stringify(counts);
    const same = news.get(key) ?? { said: { v: 1, what: kind, startDate, endDate, ...counts }, userIds: [] };
    same.userIds.push(userId);
    news.set(key, same);
  }
  return [...news.values()];
};
