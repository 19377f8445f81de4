import type { AppError } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { insertShifts, updateShifts } from '@vaktplan/db/queries/many-shifts';
import { findChangerName } from '@vaktplan/db/queries/published-copy';
import { insertEvents } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { recordOverrides } from '../findings/record-overrides.ts';
import type { Stamp, Writing } from './prepare-step.ts';
import { shiftEvent } from './shift.events.ts';
import { writeTogether } from './write-together.ts';

/** The actor's mark on everything written in this transaction. */
export async function stampOf(tx: Tx, ctx: Ctx): Promise<Stamp> {
  const by = userIdOf(ctx.actor);
  return { at: ctx.now().toString(), by, name: await findChangerName(tx, ctx.orgId, by) };
}

/**
 * Writes prepared shifts with their breaks and events, in a handful of statements however many there are. Returns those
 * that Postgres refused, with the reason; the others are written.
 */
export async function writePrepared(
  tx: Tx,
  ctx: Ctx,
  prepared: readonly Writing[],
): Promise<Map<Writing, AppError>> {
  const by = { at: ctx.now().toString(), by: userIdOf(ctx.actor) };
  const refused = await writeTogether(tx, prepared, async (items) => {
    const changed = items.filter((one) => one.kind !== 'insert');
    const ids = (some: typeof changed) => some.map((one) => one.row.id);
    await updateShifts(
      tx,
      ctx.orgId,
      by,
      changed.map((one) => one.row),
      {
        vacate: ids(changed.filter((one) => one.vacates)),
        breaks: ids(changed.filter((one) => one.rebreaks)),
      },
    );
    const made = items.filter((one) => one.kind === 'insert');
    await insertShifts(
      tx,
      ctx.orgId,
      by,
      made.map((one) => one.row),
    );
  });
  const written = prepared.filter((one) => !refused.has(one));
  await recordOverrides(
    tx,
    ctx,
    written.flatMap(({ row, over }) => (over ? [{ shift: row, ...over }] : [])),
  );
  await insertEvents(
    tx,
    ctx.orgId,
    written.map((one) => eventOf(ctx, one)),
  );
  return refused;
}

function eventOf(ctx: Ctx, one: Writing) {
  if (one.kind === 'insert') return shiftEvent(ctx, 'shift.created', one.row);
  if (one.kind === 'change') return shiftEvent(ctx, 'shift.updated', one.row, one.before.employeeId);
  return shiftEvent(ctx, one.row.deletedAt ? 'shift.deleted' : 'shift.updated', one.row);
}
