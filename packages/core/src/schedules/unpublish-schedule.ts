import { newId } from '@vaktplan/platform/new-id';
import { AppError } from '@vaktplan/contracts/errors';
import type { UnpublishResult, UnpublishSchedule } from '@vaktplan/contracts/http/schedules';
import { markSchedules, writePublication } from '@vaktplan/db/queries/publications';
import { lockPublishScope } from '@vaktplan/db/queries/publish-scope';
import { appendEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { daysOf } from './publish-schedule.ts';
import { publishScope } from './publish-scope.ts';

/**
 * Takes published shifts out of the employees' sight; the plan itself stays, as drafts. Shifts whose deletion was
 * waiting to be published are gone for good. Errors: not_found, forbidden, nothing_to_publish.
 */
export const unpublishSchedule = (ctx: Ctx, input: UnpublishSchedule): Promise<UnpublishResult> =>
  transact(ctx, 'schedules.unpublish', async (tx) => {
    const scope = await publishScope(tx, ctx, input);
    const shiftIds = await lockPublishScope(tx, ctx.orgId, scope, 'published');
    if (shiftIds.length === 0) throw new AppError('nothing_to_publish');
    const publication = { id: newId(), at: ctx.now().toString(), by: userIdOf(ctx.actor) };
    const ids = { shiftIds, snapshotIds: shiftIds.map(() => newId()) };
    const done = await writePublication(tx, ctx.orgId, publication, ids, { ...scope, takeBack: true });
    // single shifts taken back leave the rest of their schedules published
    if (!scope.shiftIds) await markSchedules(tx, ctx.orgId, scope, 'draft', null);
    await appendEvent(
      tx,
      ctx,
      'schedule.unpublished',
      { type: 'publication', id: publication.id, version: 1 },
      {
        publicationId: publication.id,
        locationId: scope.locationId,
        ...daysOf(scope, done),
        shiftIds: done.removed,
        affectedEmployeeIds: done.affectedEmployeeIds,
      },
    );
    return { unpublished: done.removed.length };
  });
