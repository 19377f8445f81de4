import { v7 as uuidv7 } from 'uuid';
import { AppError, ERRORS, type ErrorCode } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { holdBudget } from '@vaktplan/db/queries/budget';
import { appendEvent } from '../context/append-event.ts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';

type Given = { date: string; version?: number | null | undefined };
type Stored = { date: string; version: number; currency: string };

/** How one kind of figure is kept: by day, one row a location and day. */
type Store<Row extends Stored, Input extends Given, View> = {
  find: (tx: Tx, orgId: string, locationId: string, dates: readonly string[]) => Promise<Row[]>;
  write: (
    tx: Tx,
    orgId: string,
    locationId: string,
    rows: readonly (Row & { id: string })[],
  ) => Promise<void>;
  /** The figures of a day after the input; the ones it leaves out from the row. */
  merge: (row: Row | undefined, input: Input) => Omit<Row, keyof Stored>;
  present: (row: Row) => View;
};

type Result<View> = {
  date: string;
  result: 'saved' | 'unchanged' | 'failed';
  code: ErrorCode | null;
  message: string | null;
  current: View | null;
};
type Saved<View> = { data: Result<View>[]; meta: { saved: number; failed: number } };

/**
 * Writes figures of some days of a location, each by itself: a day that was changed since it was seen fails with
 * `version_conflict` and what stands there now. Throws `not_found`, `forbidden`.
 */
export const saveDays = <Row extends Stored, Input extends Given, View>(
  ctx: Ctx,
  name: string,
  input: { locationId: string; days: readonly Input[] },
  store: Store<Row, Input, View>,
): Promise<Saved<View>> =>
  transact(ctx, name, async (tx) => {
    const { locationId } = input;
    const currency = await holdBudget(tx, ctx.orgId, locationId);
    if (!currency) throw new AppError('not_found');
    authorize(ctx.actor, 'budget:update', { locationId });
    const days = input.days.map(({ date }) => date);
    const stored = await store.find(tx, ctx.orgId, locationId, days);
    const byDate = new Map(stored.map((row) => [row.date, row]));
    const changed: (Row & { id: string })[] = [];
    const data = input.days.map((day): Result<View> => {
      const row = byDate.get(day.date);
      if ((row?.version ?? null) !== (day.version ?? null))
        return conflict(day.date, row && store.present(row));
      const next = nextOf(row, store.merge(row, day), day.date, currency);
      if (row && same(row, next)) return settled(day.date, 'unchanged', store.present(row));
      changed.push({ ...next, id: uuidv7() });
      return settled(day.date, 'saved', store.present(next));
    });
    await store.write(tx, ctx.orgId, locationId, changed);
    await announce(tx, ctx, locationId, changed);
    const failed = data.filter(({ result }) => result === 'failed').length;
    return { data, meta: { saved: changed.length, failed } };
  });

const nextOf = <Row extends Stored>(
  row: Row | undefined,
  figures: Omit<Row, keyof Stored>,
  date: string,
  currency: string,
): Row => ({ ...figures, date, currency, version: (row?.version ?? 0) + 1 }) as Row;

const same = <Row extends Stored>(row: Row, next: Row): boolean =>
  (Object.keys(next) as (keyof Row)[]).every((key) => key === 'version' || next[key] === row[key]);

const settled = <View>(date: string, result: 'saved' | 'unchanged', current: View): Result<View> => ({
  date,
  result,
  code: null,
  message: null,
  current,
});

const conflict = <View>(date: string, current: View | undefined): Result<View> => ({
  date,
  result: 'failed',
  code: 'version_conflict',
  message: ERRORS.version_conflict[1],
  current: current ?? null,
});

async function announce(tx: Tx, ctx: Ctx, locationId: string, rows: readonly Stored[]): Promise<void> {
  const dates = rows.map(({ date }) => date).toSorted();
  const [startDate, endDate] = [dates[0], dates.at(-1)];
  if (!startDate || !endDate) return;
  const version = Math.max(...rows.map((row) => row.version));
  await appendEvent(
    tx,
    ctx,
    'budget.changed',
    { type: 'budget', id: locationId, version },
    {
      locationId,
      startDate,
      endDate,
    },
  );
}
