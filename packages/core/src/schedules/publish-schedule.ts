import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { PublishResult, PublishSchedule } from '@vaktplan/contracts/http/schedules';
import {
  findPublishCandidates,
  findPublishedEmployees,
  markSchedules,
  settleUnchanged,
  writePublications,
} from '@vaktplan/db/queries/publications';
import { appendEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { affectedEmployees, differs } from './publication.rules.ts';
import { publishScope } from './publish-scope.ts';

/**
 * Shows employees what is planned: one immutable snapshot a changed shift, one event for all of it. Deleted shifts
 * leave their sight. `notify` chooses who is told; screens are refreshed in any case.
 * Errors: not_found, forbidden, nothing_to_publish.
 */
export const publishSchedule = (ctx: Ctx, input: PublishSchedule): Promise<PublishResult> =>
  transact(ctx, 'schedules.publish', async (tx) => {
    const { notify, ...asked } = input;
    const scope = await publishScope(tx, ctx, asked);
    const candidates = await findPublishCandidates(tx, ctx.orgId, scope, true);
    const changes = candidates.filter(differs);
    await settleUnchanged(
      tx,
      ctx.orgId,
      candidates.filter((one) => !differs(one)).map((one) => one.shiftId),
    );
    if (changes.length === 0) throw new AppError('nothing_to_publish');

    const publication = { id: uuidv7(), at: ctx.now().toString(), by: userIdOf(ctx.actor) };
    const rows = changes.map((one) => ({
      id: uuidv7(),
      shiftId: one.shiftId,
      kind: one.after ? ('published' as const) : ('removed' as const),
    }));
    await writePublications(tx, ctx.orgId, publication, rows);
    await markSchedules(tx, ctx.orgId, scope, 'published', publication.at);

    const affected = affectedEmployees(changes);
    const told =
      notify === 'none'
        ? []
        : notify === 'affected'
          ? affected
          : [...new Set([...affected, ...(await findPublishedEmployees(tx, ctx.orgId, scope))])];
    await appendEvent(
      tx,
      ctx,
      'schedule.published',
      { type: 'publication', id: publication.id, version: 1 },
      {
        publicationId: publication.id,
        locationId: scope.locationId,
        startDate: scope.startDate,
        endDate: scope.endDate,
        shiftIds: changes.map((one) => one.shiftId),
        affectedEmployeeIds: affected,
        notifyEmployeeIds: told,
      },
    );
    const removed = rows.filter((row) => row.kind === 'removed').length;
    return { published: rows.length - removed, removed, notified: told.length, publishedAt: publication.at };
  });
