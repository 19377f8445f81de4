import type { Tx } from '@vaktplan/db/database';
import { findPlaceRules } from '@vaktplan/db/queries/kiosk-people';
import type { Ctx } from '../context/ctx.ts';
import { policyFinder } from '../time-tracking/recording/policies.ts';

/** Whether breaks are paid at the place, by business day, as its rules say. */
export async function breaksPaid(
  tx: Tx,
  ctx: Ctx,
  locationId: string,
): Promise<(localDate: string) => boolean> {
  const { policies } = await findPlaceRules(tx, ctx.orgId, locationId);
  const policyOf = policyFinder(policies);
  return (localDate) => policyOf(locationId, localDate).settings.breaks.paid;
}
