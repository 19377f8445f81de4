import type { PublishPreview, PublishPreviewQuery } from '@vaktplan/contracts/http/schedules';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listPublishCandidates, listTakeBackCandidates } from '@vaktplan/db/queries/publications';
import type { Ctx } from '../context/ctx.ts';
import { usableLocale } from '../notify/local-text.ts';
import { summarize } from './publication-summary.ts';
import { publishScope } from './publish-scope.ts';

/** What publishing, or taking back, would change for whom. Changes and locks nothing. Errors: as publishSchedule. */
export const previewPublish = (ctx: Ctx, query: PublishPreviewQuery): Promise<PublishPreview> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const { takeBack = false, ...asked } = query;
    const scope = await publishScope(tx, ctx, asked);
    const candidates = await (takeBack ? listTakeBackCandidates : listPublishCandidates)(
      tx,
      ctx.orgId,
      scope,
    );
    const organization = await findOrganization(tx, ctx.orgId);
    return summarize(candidates, usableLocale(organization?.locale ?? 'en'));
  });
