import type { Tx } from '@vaktplan/db/database';
import { listApprovers } from '@vaktplan/db/queries/approvers';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listRecipients } from '@vaktplan/db/queries/recipients';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { notify, type News } from '../notifications/notify.ts';
import { periodText, usableLocale } from '../notify/local-text.ts';

type Words = Pick<News, 'kind' | 'title' | 'body' | 'dedupeKey'> & { dates: readonly string[] };

async function newsOf(tx: Tx, ctx: Ctx, { dates, ...words }: Words, page: string) {
  const organization = await findOrganization(tx, ctx.orgId);
  const days = dates.toSorted();
  const first = days[0] ?? '';
  const when = periodText(first, days.at(-1) ?? first, usableLocale(organization?.locale ?? 'en'));
  return { ...words, title: `${words.title}: ${when}`, link: `${page}?date=${first}` };
}

/** Tells the person in the app, if there is a login; never the one who did it. */
export async function tellPerson(tx: Tx, ctx: Ctx, employeeId: string, words: Words): Promise<void> {
  const [person] = await listRecipients(tx, ctx.orgId, [employeeId]);
  if (!person?.userId || person.userId === userIdOf(ctx.actor)) return;
  await notify(tx, ctx, { ...(await newsOf(tx, ctx, words, '/timesheet')), userIds: [person.userId] });
}

/** Tells those who approve at the place, without the one who did it. */
export async function tellApprovers(
  tx: Tx,
  ctx: Ctx,
  place: { locationId: string; departmentIds: readonly string[] },
  words: Words,
): Promise<void> {
  const approvers = await listApprovers(tx, ctx.orgId, place);
  const userIds = approvers.filter((userId) => userId !== userIdOf(ctx.actor));
  if (userIds.length) await notify(tx, ctx, { ...(await newsOf(tx, ctx, words, '/timesheets')), userIds });
}
