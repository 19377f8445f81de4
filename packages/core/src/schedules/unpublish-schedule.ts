import { newId } from '@vaktplan/platform/new-id';
import { AppError } from '@vaktplan/contracts/errors';
import type { UnpublishResult, UnpublishSchedule } from '@vaktplan/contracts/http/schedules';
import { markSchedules, writePublication } from '@vaktplan/db/queries/publications';
import { lockPublishScope } from '@vaktplan/db/queries/publish-scope';
import { appendEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { daysOf } from './publish-schedule.ts';
import { peopleToTell } from './people-to-tell.ts';
import { publishScope } from './publish-scope.ts';

/**
 * Takes published shifts out of the employees' sight; the plan itself stays, as drafts. Shifts whose deletion was
 * waiting to be published are gone for good. `notify` chooses who is told; left out: who had one of them. Errors: not_found, forbidden, nothing_to_publish.
 */
export const unpublishSchedule = (ctx: Ctx, input: UnpublishSchedule): Promise<UnpublishResult> =>
  transact(ctx, 'schedules.unpublish', async (tx) => {
    const { notify = 'affected', notifyEmployeeIds, ...asked } = input;
    const scope = await publishScope(tx, ctx, asked);
    const shiftIds = await lockPublishScope(tx, ctx.orgId, scope, 'published');
    if (shiftIds.length === 0) throw new AppError('nothing_to_publish');
    const publication = { id: newId(), at: ctx.now().toString(), by: userIdOf(ctx.actor) };
    const ids = { shiftIds, snapshotIds: shiftIds.map(() => newId()) };
    // asked before they are out of sight: everybody of the range is who is seen there now
    const others = notify === 'all' ? await peopleToTell(tx, ctx, scope, { notify }, []) : [];
    const done = await writePublication(tx, ctx.orgId, publication, ids, { ...scope, takeBack: true });
    // single shifts taken back leave the rest of their schedules published
    if (!scope.shiftIds) await markSchedules(tx, ctx.orgId, scope, 'draft', null);
    const told =
      notify === 'all'
        ? [...new Set([...done.affectedEmployeeIds, ...others])]
        : await peopleToTell(tx, ctx, scope, { notify, notifyEmployeeIds }, done.affectedEmployeeIds);
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
        notifyEmployeeIds: told,
      },
    );
    return { unpublished: done.removed.length, notified: told.length };
  });
