import { newId } from '@vaktplan/platform/new-id';
import type { Tx } from '@vaktplan/db/database';
import type { PayPeriodRow } from '@vaktplan/db/queries/pay-periods';
import { adjustmentMinutes } from '@vaktplan/db/queries/timesheet-adjustments';
import { listLinesOf, type LineRow } from '@vaktplan/db/queries/timesheet-lines';
import { lockSheets, updateSheets, type SheetRow } from '@vaktplan/db/queries/timesheets';
import { appendEvents } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';
import { countedWithin, factsOf, type Days } from './line.presenter.ts';
import { lineState } from './review.rules.ts';

/** What a sheet sums up to: what of its entries counts in its days, and the late minutes of earlier periods. */
export function totalsOf(lines: readonly LineRow[], adjustments: number, days: Days) {
  let countedMinutes = 0;
  let breakMinutes = 0;
  let approvedEntries = 0;
  for (const line of lines) {
    const counted = countedWithin(line, days);
    countedMinutes += counted.countedMinutes;
    breakMinutes += counted.breakMinutes;
    const state = lineState(factsOf(line));
    if (state === 'approved' || state === 'locked') approvedEntries++;
  }
  return {
    entries: lines.length,
    approvedEntries,
    countedMinutes,
    breakMinutes,
    adjustmentMinutes: adjustments,
  };
}

const stateOf = (
  period: PayPeriodRow,
  totals: ReturnType<typeof totalsOf>,
  sheet: SheetRow,
): SheetRow['state'] => {
  if (period.state === 'locked') return 'locked';
  if (totals.entries > 0 && totals.approvedEntries === totals.entries) return 'approved';
  return sheet.submittedAt ? 'submitted' : 'open';
};

export type Change = { decision: string; entryIds?: readonly string[]; submitted?: boolean };

/**
 * Brings the sheets of these people in the period up to date, after what was decided, and announces them. Returns the
 * sheets as they were before.
 */
export async function refreshSheets(
  tx: Tx,
  ctx: Ctx,
  period: PayPeriodRow,
  employeeIds: readonly string[],
  change: Change,
): Promise<SheetRow[]> {
  if (employeeIds.length === 0) return [];
  const wanted = [...new Set(employeeIds)].map((employeeId) => ({ id: newId(), employeeId }));
  const sheets = await lockSheets(tx, ctx.orgId, period.id, wanted);
  const lines = Map.groupBy(await listLinesOf(tx, ctx.orgId, employeeIds, period), (line) => line.employeeId);
  const late = await adjustmentMinutes(tx, ctx.orgId, period.id);
  const now = ctx.now().toString();
  const refreshed = sheets.map((sheet) => {
    const totals = totalsOf(lines.get(sheet.employeeId) ?? [], late.get(sheet.employeeId) ?? 0, period);
    const submittedAt = change.submitted === undefined ? sheet.submittedAt : change.submitted ? now : null;
    const state = stateOf(period, totals, { ...sheet, submittedAt });
    const done = state === 'approved' || state === 'locked';
    return {
      id: sheet.id,
      ...totals,
      submittedAt,
      state,
      approvedAt: done ? (sheet.approvedAt ?? now) : null,
    };
  });
  await updateSheets(tx, ctx.orgId, refreshed);
  const changed = new Set(change.entryIds ?? []);
  await appendEvents(
    tx,
    ctx,
    'timesheet.changed',
    sheets.map((sheet) => {
      const own = lines.get(sheet.employeeId) ?? [];
      return {
        aggregate: { type: 'timesheet', id: sheet.id, version: sheet.version + 1 },
        payload: {
          timesheetId: sheet.id,
          payPeriodId: period.id,
          employeeId: sheet.employeeId,
          locationIds: [...new Set(own.map((line) => line.locationId))],
          entryIds: own.filter((line) => changed.has(line.id)).map((line) => line.id),
          decision: change.decision,
        },
      };
    }),
  );
  return sheets;
}
