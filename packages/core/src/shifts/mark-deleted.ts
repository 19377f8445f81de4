import { and, eq } from 'drizzle-orm';
import type { Tx } from '@vaktplan/db/database';
import { changerName } from '@vaktplan/db/queries/published-copy';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { shifts } from '@vaktplan/db/schema';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { versionsOfMark } from './shift-change.ts';

/** Writes or lifts the mark of deletion; the version moves on. */
export async function markDeleted(
  tx: Tx,
  ctx: Ctx,
  before: ShiftRow,
  deletedAt: string | null,
): Promise<ShiftRow> {
  const versions = versionsOfMark(before, deletedAt);
  const { version, publishedVersion } = versions;
  const changedAt = ctx.now().toString();
  const updatedBy = userIdOf(ctx.actor);
  const [written] = await tx
    .update(shifts)
    .set({ deletedAt, version, publishedVersion, updatedAt: changedAt, updatedBy })
    .where(and(eq(shifts.organizationId, ctx.orgId), eq(shifts.id, before.id)))
    .returning({ changedBy: changerName(ctx.orgId, updatedBy) });
  return { ...before, deletedAt, ...versions, changedBy: written?.changedBy ?? null, changedAt };
}
