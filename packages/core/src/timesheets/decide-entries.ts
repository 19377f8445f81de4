import { AppError, ERRORS, type ErrorCode } from '@vaktplan/contracts/errors';
import type { EntryResults } from '@vaktplan/contracts/http/timesheets';
import { newId } from '@vaktplan/platform/new-id';
import type { Tx } from '@vaktplan/db/database';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import { lockLines, type LineRow } from '@vaktplan/db/queries/timesheet-lines';
import { putReviews } from '@vaktplan/db/queries/timesheet-reviews';
import { isWorthNoting, noteRefusals, type Refusal } from '../audit/note-refusals.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { ensurePeriods } from '../pay-periods/ensure-periods.ts';
import { countedOf, factsOf, mayApprove, presentLine, reachesInto } from './line.presenter.ts';
import { isOwnBlocked, refusedStep } from './own-hours.ts';
import { refreshSheets } from './refresh-sheets.ts';
import { lineState, refusalOf } from './review.rules.ts';

export type Decision = {
  act: 'approve' | 'reject' | 'reopen';
  reason: string | null;
  automatic?: boolean;
};
type Selected = { id: string; version: number };
type Result = EntryResults['data'][number];

const STATES = { approve: 'approved', reject: 'rejected', reopen: 'reopened' } as const;

/**
 * Decides about each selected entry on its own: what is not there, not the actor's, changed meanwhile or already decided
 * is left alone and says so, one's own hours too, which is written down; the rest is done. Results come in the order asked.
 */
export async function decideEntries(
  tx: Tx,
  ctx: Ctx,
  selected: readonly Selected[],
  decision: Decision,
): Promise<{ results: EntryResults; decided: LineRow[] }> {
  const found = await lockLines(
    tx,
    ctx.orgId,
    selected.map((one) => one.id),
  );
  const rows = new Map(found.map((row) => [row.id, row]));
  const decided = new Map<string, LineRow>();
  const own = new Set<string>();
  const data = selected.map((one, index): Result => {
    const row = rows.get(one.id);
    const refusal = decided.has(one.id) ? 'already_decided' : refuse(ctx, row, one, decision);
    if (refusal === 'own_hours') own.add(one.id);
    if (refusal || !row) return failed(ctx, index, row, refusal ?? 'not_found');
    decided.set(row.id, row);
    return { index, done: true, state: stateAfter(row, decision), code: null, detail: null, current: null };
  });
  await insertApprovals(
    tx,
    ctx.orgId,
    ctx.now().toString(),
    [...own].map((id) => refusedStep(ctx, { subjectType: 'time_entry', subjectId: id }, decision.act)),
  );
  await write(tx, ctx, [...decided.values()], decision);
  const refused = data.flatMap(({ index, code }): Refusal[] =>
    code && isWorthNoting(code)
      ? [{ action: `timesheets.${decision.act}`, code, subjectId: selected[index]?.id ?? null }]
      : [],
  );
  await noteRefusals(tx, ctx, refused);
  return {
    results: { data, meta: { done: decided.size, failed: data.length - decided.size } },
    decided: [...decided.values()],
  };
}

function refuse(ctx: Ctx, row: LineRow | undefined, seen: Selected, { act }: Decision): ErrorCode | null {
  if (!row) return 'not_found';
  if (!mayApprove(ctx.actor, row)) return 'forbidden';
  if (isOwnBlocked(ctx.actor, row)) return 'own_hours';
  if (row.version !== seen.version) return 'version_conflict';
  return refusalOf(act, factsOf(row));
}

const failed = (ctx: Ctx, index: number, row: LineRow | undefined, code: ErrorCode): Result => ({
  index,
  done: false,
  // of what one may not see, nothing is told
  state: row && code !== 'forbidden' ? lineState(factsOf(row)) : null,
  code,
  detail: ERRORS[code][1],
  current: row && code === 'version_conflict' ? presentLine(ctx.actor, row) : null,
});

const stateAfter = (row: LineRow, { act }: Decision) =>
  lineState({ ...factsOf(row), review: { state: STATES[act], entryVersion: row.version } });

async function write(tx: Tx, ctx: Ctx, rows: readonly LineRow[], decision: Decision): Promise<void> {
  if (rows.length === 0) return;
  const decidedBy = userIdOf(ctx.actor);
  const now = ctx.now().toString();
  const { reason, automatic = false } = decision;
  const state = STATES[decision.act];
  await putReviews(
    tx,
    ctx.orgId,
    now,
    rows.map((row) => ({
      timeEntryId: row.id,
      state,
      entryVersion: row.version,
      reason,
      automatic,
      decidedBy,
    })),
  );
  await insertApprovals(
    tx,
    ctx.orgId,
    now,
    rows.map((row) => ({
      id: newId(),
      subjectType: 'time_entry' as const,
      subjectId: row.id,
      employeeId: row.employeeId,
      step: automatic ? 'automatic' : 'manager',
      decision: state,
      reason,
      actorId: decidedBy,
      before: { state: lineState(factsOf(row)), ...seenOf(row) },
      after: { state: stateAfter(row, decision), ...seenOf(row) },
    })),
  );
  await refreshTheirSheets(tx, ctx, rows, state);
}

/** What was decided about, so that the history shows it however the entry is computed later. */
export const seenOf = (row: LineRow) => {
  const { countedStart, countedEnd, countedMinutes, breakMinutes } = countedOf(row);
  return { countedStart, countedEnd, countedMinutes, breakMinutes, entryVersion: row.version };
};

/** The sheets of the entries, period by period. */
export async function refreshTheirSheets(
  tx: Tx,
  ctx: Ctx,
  rows: readonly Pick<LineRow, 'id' | 'employeeId' | 'localDate' | 'days'>[],
  decision: string,
): Promise<void> {
  const dates = rows.flatMap((row) => [row.localDate, ...row.days.map((day) => day.localDate)]).toSorted();
  const first = dates[0];
  const last = dates.at(-1);
  if (!first || !last) return;
  for (const period of await ensurePeriods(tx, ctx, { startDate: first, endDate: last })) {
    const inside = rows.filter((row) => reachesInto(row, period));
    await refreshSheets(
      tx,
      ctx,
      period,
      inside.map((row) => row.employeeId),
      {
        decision,
        entryIds: inside.map((row) => row.id),
        // what is sent back is to be handed in again
        ...(decision === 'rejected' && { submitted: false }),
      },
    );
  }
}

/** For verbs about one entry: the line, held, or `not_found`; `forbidden` and `own_hours` for whoever may not decide. */
export async function loadLineForChange(tx: Tx, ctx: Ctx, id: string): Promise<LineRow> {
  const [row] = await lockLines(tx, ctx.orgId, [id]);
  if (!row) throw new AppError('not_found');
  if (!mayApprove(ctx.actor, row)) throw new AppError('forbidden');
  if (isOwnBlocked(ctx.actor, row)) throw new AppError('own_hours');
  return row;
}
