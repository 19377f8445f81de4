import { AppError } from '@vaktplan/contracts/errors';
import type { SyncPage, SyncQuery } from '@vaktplan/contracts/http/sync';
import { Id } from '@vaktplan/contracts/primitives';
import { insertSyncCursor, readPhone, type PhoneRows } from '@vaktplan/db/queries/sync';
import { newId } from '@vaktplan/platform/new-id';
import type { Ctx, UserActor } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { ensurePeriod } from '../pay-periods/ensure-periods.ts';
import { phoneDays } from './phone-days.ts';
import { phoneItems } from './phone-items.ts';
import { differenceOf } from './sync-difference.ts';

const PAGE = 200;
/** A phone that was away longer gets a new copy. */
export const CURSOR_DAYS = 45;
const NOTIFICATIONS = 100;

/**
 * The next page of changes for the signed-in person's phone. A cursor stands for what its reader has been told, not for a
 * place in a log, so nothing that commits late is ever passed over, and what one may no longer see is taken back.
 * Errors: forbidden (no person).
 */
export async function syncPhone(ctx: Ctx, { cursor, limit = PAGE }: SyncQuery): Promise<SyncPage> {
  if (ctx.actor.kind !== 'user') throw new AppError('forbidden');
  const { actor } = ctx;
  const { organization, ...rows } = await readAll(ctx, actor, cursor);
  if (!organization) throw new AppError('not_found');
  const { held } = rows;
  const items = phoneItems(actor, { ...rows, organization }, ctx.now().epochMilliseconds);
  const { changes, told, more } = differenceOf(held?.held ?? {}, items, limit);
  if (held && changes.length === 0) return { changes, cursor: held.id, more, reset: false };
  const id = newId();
  await transact({ ...ctx, idempotency: undefined }, 'sync.cursor', (tx) =>
    insertSyncCursor(tx, ctx.orgId, {
      id,
      userId: actor.userId,
      base: held,
      held: told,
      createdAt: ctx.now().toString(),
    }),
  );
  return { changes, cursor: id, more, reset: held === undefined };
}

async function readAll(ctx: Ctx, actor: UserActor, cursor: string | undefined): Promise<PhoneRows> {
  const now = ctx.now();
  const days = phoneDays(now);
  const known = Id.safeParse(cursor);
  const read = async (): Promise<PhoneRows> => {
    const rows = await readPhone(ctx.db, ctx.orgId, {
      userId: actor.userId,
      employeeId: actor.employeeId,
      days,
      notifications: NOTIFICATIONS,
      cursor: known.success
        ? { id: known.data, notBefore: now.subtract({ hours: CURSOR_DAYS * 24 }).toString() }
        : undefined,
    });
    return { ...rows, periods: rows.periods.filter(({ startDate }) => startDate >= days.worked.startDate) };
  };
  const rows = await read();
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  const named = rows.periods.some((period) => period.startDate <= today && period.endDate >= today);
  if (named || actor.employeeId === null) return rows;
  // a pay period is made by whoever needs it first
  await transact({ ...ctx, idempotency: undefined }, 'sync.period', (tx) => ensurePeriod(tx, ctx, today));
  return read();
}
