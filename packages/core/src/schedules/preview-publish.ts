import type { PublishPreview, PublishPreviewQuery } from '@vaktplan/contracts/http/schedules';
import { findPublishCandidates } from '@vaktplan/db/queries/publications';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { differs, summarize } from './publication.rules.ts';
import { publishScope } from './publish-scope.ts';

/** What publishing would change, for whom. Changes nothing. Errors: as publishSchedule. */
export const previewPublish = (ctx: Ctx, query: PublishPreviewQuery): Promise<PublishPreview> =>
  transact({ ...ctx, idempotency: undefined }, 'schedules.preview-publish', async (tx) => {
    const scope = await publishScope(tx, ctx, query);
    const candidates = await findPublishCandidates(tx, ctx.orgId, scope, true);
    return summarize(candidates.filter(differs));
  });
