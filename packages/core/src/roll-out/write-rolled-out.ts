import type { Tx } from '@vaktplan/db/database';
import type { Ctx } from '../context/ctx.ts';
import { newRow, type Writing } from '../shifts/prepare-step.ts';
import { stampOf, writePrepared } from '../shifts/write-prepared.ts';
import type { Rolled } from './draft.ts';

/** Rows of one statement: few enough to stay well inside the time Postgres gives it. */
const AT_ONCE = 1000;

/** Writes what was planned, with an event each; what Postgres refuses after all is left out with its reason. */
export async function writeRolledOut(tx: Tx, ctx: Ctx, rolled: readonly Rolled[]): Promise<Rolled[]> {
  const stamp = await stampOf(tx, ctx);
  const writings = rolled.flatMap((one, index): Writing[] =>
    one.planned
      ? [{ kind: 'insert', index, row: newRow(undefined, one.planned, stamp), over: one.planned }]
      : [],
  );
  const outcomes = new Map<number, Partial<Rolled>>();
  for (let from = 0; from < writings.length; from += AT_ONCE) {
    const some = writings.slice(from, from + AT_ONCE);
    const refused = await writePrepared(tx, ctx, some);
    for (const one of some) {
      const reason = refused.get(one);
      outcomes.set(one.index, reason ? { planned: null, reason } : { shiftId: one.row.id });
    }
  }
  return rolled.map((one, index) => ({ ...one, ...outcomes.get(index) }));
}
