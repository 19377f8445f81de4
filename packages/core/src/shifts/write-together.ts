import { AppError } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { asAppError } from '../context/constraints.ts';

/**
 * Writes all items in one go; only when Postgres refuses that are they written one by one, so that one bad item fails
 * alone. Returns those refused with the reason. Throws what is no refusal.
 */
export async function writeTogether<Item>(
  tx: Tx,
  items: readonly Item[],
  write: (items: readonly Item[]) => Promise<void>,
): Promise<Map<Item, AppError>> {
  if (items.length === 0) return new Map();
  const refusal = await attempt(tx, () => write(items));
  if (!refusal) return new Map();
  if (items.length === 1) return new Map([[items[0] as Item, refusal]]);
  const refused = new Map<Item, AppError>();
  for (const item of items) {
    const reason = await attempt(tx, () => write([item]));
    if (reason) refused.set(item, reason);
  }
  return refused;
}

async function attempt(tx: Tx, write: () => Promise<void>): Promise<AppError | undefined> {
  await tx.$client.query('savepoint write_together');
  try {
    await write();
    await tx.$client.query('release savepoint write_together');
    return undefined;
  } catch (error) {
    const known = asAppError(error);
    if (!(known instanceof AppError)) throw error;
    await tx.$client.query('rollback to savepoint write_together');
    return known;
  }
}
