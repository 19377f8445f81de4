import type { Tx } from '@vaktplan/db/database';
import { listZones } from '@vaktplan/db/queries/organizations';
import type { Ctx } from '../context/ctx.ts';
import { localDateOf } from '../time/local-time.rules.ts';

/** The earliest day that it still is anywhere in the organisation, YYYY-MM-DD: a period is over when it is over everywhere. */
export async function earliestToday(tx: Tx, ctx: Ctx): Promise<string> {
  const zones = await listZones(tx, ctx.orgId);
  return zones.map((zone) => localDateOf(ctx.now(), zone)).toSorted()[0] ?? '';
}
