import { AppError } from '@vaktplan/contracts/errors';
import type { OwnDataView } from '@vaktplan/contracts/http/privacy';
import { listOwnData } from '@vaktplan/db/queries/own-data';
import { lockTimesheetSettings } from '@vaktplan/db/queries/timesheet-settings';
import { authorize, canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';

/** Everything that this organisation stores about the caller, and nobody else. Errors: forbidden. */
export const getOwnData = (ctx: Ctx): Promise<OwnDataView> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'user') throw new AppError('forbidden');
    if (!canSomewhere(actor, 'own-data:export')) authorize(actor, 'own-data:export');
    const sections = await listOwnData(tx, ctx.orgId, actor);
    const { positionRetentionDays, photoRetentionDays } = await lockTimesheetSettings(tx, ctx.orgId);
    return {
      exportedAt: ctx.now().toString(),
      sections,
      retention: { positionDays: positionRetentionDays, photoDays: photoRetentionDays },
    };
  });
