import type { Said } from '@vaktplan/contracts/http/news';
import type { Tx } from '@vaktplan/db/database';
import { listApprovers } from '@vaktplan/db/queries/approvers';
import { listRecipients } from '@vaktplan/db/queries/recipients';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { notify, type News } from '../notifications/notify.ts';

type OfHours = Extract<Said, { date: string } | { what: 'hours_rejected' }>;
type Told = { said: OfHours; dedupeKey: string };

const newsOf = ({ said, dedupeKey }: Told, page: string): Omit<News, 'userIds'> => ({
  said,
  link: `${page}?date=${'date' in said ? said.date : said.startDate}`,
  dedupeKey,
});

/** Tells the person in the app, if there is a login; never the one who did it. */
export async function tellPerson(tx: Tx, ctx: Ctx, employeeId: string, told: Told): Promise<void> {
  const [person] = await listRecipients(tx, ctx.orgId, [employeeId]);
  if (!person?.userId || person.userId === userIdOf(ctx.actor)) return;
  await notify(tx, ctx, { ...newsOf(told, '/timesheet'), userIds: [person.userId] });
}

/** Tells those who approve at the place, without the one who did it. */
export async function tellApprovers(
  tx: Tx,
  ctx: Ctx,
  place: { locationId: string; departmentIds: readonly string[] },
  told: Told,
): Promise<void> {
  const approvers = await listApprovers(tx, ctx.orgId, place);
  const userIds = approvers.filter((userId) => userId !== userIdOf(ctx.actor));
  if (userIds.length) await notify(tx, ctx, { ...newsOf(told, '/timesheets'), userIds });
}
