import { AppError } from '@vaktplan/contracts/errors';
import type { PublishSchedule } from '@vaktplan/contracts/http/schedules';
import type { Tx } from '@vaktplan/db/database';
import { findPublishedEmployees } from '@vaktplan/db/queries/publications';
import type { PublishScope } from '@vaktplan/db/queries/publish-scope';
import { listRecipients } from '@vaktplan/db/queries/recipients';
import type { Ctx } from '../context/ctx.ts';

/** Whom the manager chose to tell, of those affected, of the range, or by name. Errors: not_found (somebody named). */
export async function peopleToTell(
  tx: Tx,
  ctx: Ctx,
  scope: PublishScope,
  { notify, notifyEmployeeIds }: Pick<PublishSchedule, 'notify' | 'notifyEmployeeIds'>,
  affected: readonly string[],
): Promise<string[]> {
  if (notify === 'none') return [];
  if (notify === 'affected') return [...affected];
  if (notify === 'all')
    return [...new Set([...affected, ...(await findPublishedEmployees(tx, ctx.orgId, scope))])];
  const listed = [...new Set(notifyEmployeeIds)];
  const known = await listRecipients(tx, ctx.orgId, listed);
  if (known.length < listed.length)
    throw new AppError('not_found', { errors: [{ path: 'notifyEmployeeIds', message: 'No such person' }] });
  return listed;
}
