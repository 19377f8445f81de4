import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { UnpublishResult, UnpublishSchedule } from '@vaktplan/contracts/http/schedules';
import { findPublishCandidates, markSchedules, writePublications } from '@vaktplan/db/queries/publications';
import { appendEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { affectedEmployees } from './publication.rules.ts';
import { publishScope } from './publish-scope.ts';

/**
 * Takes published shifts out of the employees' sight; the plan itself stays, as drafts. Shifts whose deletion was
 * waiting to be published are gone for good. Errors: not_found, forbidden, nothing_to_publish.
 */
export const unpublishSchedule = (ctx: Ctx, input: UnpublishSchedule): Promise<UnpublishResult> =>
  transact(ctx, 'schedules.unpublish', async (tx) => {
    const scope = await publishScope(tx, ctx, input);
    const seen = await findPublishCandidates(tx, ctx.orgId, scope, false);
    if (seen.length === 0) throw new AppError('nothing_to_publish');
    const publication = { id: uuidv7(), at: ctx.now().toString(), by: userIdOf(ctx.actor) };
    await writePublications(
      tx,
      ctx.orgId,
      publication,
      seen.map(({ shiftId }) => ({ id: uuidv7(), shiftId, kind: 'removed' })),
    );
    await markSchedules(tx, ctx.orgId, scope, 'draft', null);
    await appendEvent(
      tx,
      ctx,
      'schedule.unpublished',
      { type: 'publication', id: publication.id, version: 1 },
      {
        publicationId: publication.id,
        locationId: scope.locationId,
        startDate: scope.startDate,
        endDate: scope.endDate,
        shiftIds: seen.map((one) => one.shiftId),
        affectedEmployeeIds: affectedEmployees(seen.map((one) => ({ ...one, after: null }))),
      },
    );
    return { unpublished: seen.length };
  });
