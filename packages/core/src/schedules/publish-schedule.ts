import { newId } from '@vaktplan/platform/new-id';
import { AppError } from '@vaktplan/contracts/errors';
import type { PublishResult, PublishSchedule } from '@vaktplan/contracts/http/schedules';
import { markSchedules, writePublication } from '@vaktplan/db/queries/publications';
import { lockPublishScope } from '@vaktplan/db/queries/publish-scope';
import { appendEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { publishScope } from './publish-scope.ts';
import { peopleToTell } from './people-to-tell.ts';

/**
 * Shows employees what is planned: one immutable snapshot a changed shift, one event for all of it. Deleted shifts, and
 * those that have left for another location, leave their sight. `notify` chooses who is told; screens are refreshed in any
 * case. Errors: not_found, forbidden, nothing_to_publish.
 */
export const publishSchedule = (ctx: Ctx, input: PublishSchedule): Promise<PublishResult> =>
  transact(ctx, 'schedules.publish', async (tx) => {
    const { notify, notifyEmployeeIds, ...asked } = input;
    const scope = await publishScope(tx, ctx, asked);
    const shiftIds = await lockPublishScope(tx, ctx.orgId, scope, 'changed');
    const publication = { id: newId(), at: ctx.now().toString(), by: userIdOf(ctx.actor) };
    const ids = { shiftIds, snapshotIds: shiftIds.map(() => newId()) };
    const done = await writePublication(tx, ctx.orgId, publication, ids, { ...scope, takeBack: false });
    if (done.published.length + done.removed.length === 0) throw new AppError('nothing_to_publish');
    await markSchedules(tx, ctx.orgId, scope, 'published', publication.at);

    const told = await peopleToTell(tx, ctx, scope, { notify, notifyEmployeeIds }, done.affectedEmployeeIds);
    await appendEvent(
      tx,
      ctx,
      'schedule.published',
      { type: 'publication', id: publication.id, version: 1 },
      {
        publicationId: publication.id,
        locationId: scope.locationId,
        ...daysOf(scope, done),
        shiftIds: [...done.published, ...done.removed],
        affectedEmployeeIds: done.affectedEmployeeIds,
        notifyEmployeeIds: told,
      },
    );
    return {
      published: done.published.length,
      removed: done.removed.length,
      notified: told.length,
      publishedAt: publication.at,
    };
  });

type Range = { startDate: string; endDate: string };

/** The days asked for, and those that something was moved to or from. */
export const daysOf = (asked: Range, done: { startDate: string | null; endDate: string | null }): Range => ({
  startDate: done.startDate && done.startDate < asked.startDate ? done.startDate : asked.startDate,
  endDate: done.endDate && done.endDate > asked.endDate ? done.endDate : asked.endDate,
});
