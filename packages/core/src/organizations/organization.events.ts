import type { Tx } from '@vaktplan/db/database';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';

type Changed = { type: 'location' | 'department' | 'position' | 'skill'; id: string; version: number };

/** Announces a change of a location or of what belongs to it; without a location it concerns the whole organisation. */
export const appendStructureChanged = (
  tx: Tx,
  ctx: Ctx,
  changed: Changed,
  locationId: string | null,
): Promise<string> =>
  locationId
    ? appendEvent(tx, ctx, 'location.changed', changed, { locationId })
    : appendEvent(tx, ctx, 'organization.updated', changed, { organizationId: ctx.orgId });
