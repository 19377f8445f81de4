import { and, eq } from 'drizzle-orm';
import type { Tx } from '@vaktplan/db/database';
import { changerName } from '@vaktplan/db/queries/published-copy';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { shifts } from '@vaktplan/db/schema';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { seenOf } from './published-copy.rules.ts';

/** Writes or lifts the mark of deletion; the version moves on. */
export async function markDeleted(
  tx: Tx,
  ctx: Ctx,
  before: ShiftRow,
  deletedAt: string | null,
): Promise<ShiftRow> {
  // deleting and restoring a published shift leaves it as employees see it: its published version moves along
  const back = deletedAt === null && before.publishedVersion === before.version - 1;
  const version = before.version + 1;
  const publishedVersion = back ? version : before.publishedVersion;
  const changedAt = ctx.now().toString();
  const updatedBy = userIdOf(ctx.actor);
  const [written] = await tx
    .update(shifts)
    .set({ deletedAt, version, publishedVersion, updatedAt: changedAt, updatedBy })
    .where(and(eq(shifts.organizationId, ctx.orgId), eq(shifts.id, before.id)))
    .returning({ changedBy: changerName(ctx.orgId, updatedBy) });
  const published = back ? null : seenOf(before);
  return {
    ...before,
    deletedAt,
    version,
    publishedVersion,
    published,
    changedBy: written?.changedBy ?? null,
    changedAt,
  };
}
