import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@vaktplan/db/database';
import { changerName } from '@vaktplan/db/queries/published-copy';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { shiftBreaks, shifts } from '@vaktplan/db/schema';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { recordOverrides } from '../findings/record-overrides.ts';
import type { PlannedShift } from './plan-shift.ts';
import { announceShift } from './shift.events.ts';

/** Writes a planned shift with its breaks and says `shift.created`. */
export async function insertShift(
  tx: Tx,
  ctx: Ctx,
  id: string | undefined,
  planned: PlannedShift,
): Promise<ShiftRow> {
  const { breaks, warnings, reason, ...columns } = planned;
  const row = {
    ...columns,
    id: id ?? uuidv7(),
    version: 1,
    publishedVersion: null,
    publicationId: null,
    deletedAt: null,
  };
  const changedAt = ctx.now().toString();
  const updatedBy = userIdOf(ctx.actor);
  const [written] = await tx
    .insert(shifts)
    .values({ ...row, organizationId: ctx.orgId, updatedAt: changedAt, updatedBy })
    .returning({ changedBy: changerName(ctx.orgId, updatedBy) });
  await insertBreaks(tx, ctx, row.id, breaks);
  const inserted = { ...row, breaks, published: null, changedBy: written?.changedBy ?? null, changedAt };
  await recordOverrides(tx, ctx, [{ shift: inserted, warnings, reason }]);
  await announceShift(tx, ctx, 'shift.created', inserted);
  return inserted;
}

/** Writes the breaks of a shift that has none, in one statement. */
export async function insertBreaks(
  tx: Tx,
  ctx: Ctx,
  shiftId: string,
  breaks: ShiftRow['breaks'],
): Promise<void> {
  if (breaks.length === 0) return;
  await tx
    .insert(shiftBreaks)
    .values(breaks.map((pause) => ({ ...pause, organizationId: ctx.orgId, shiftId })));
}
