import type { SyncTimesheet } from '@vaktplan/contracts/http/sync';
import type { PhoneRows } from '@vaktplan/db/queries/sync';
import type { UserActor } from '../context/ctx.ts';
import { presentAdjustment } from '../timesheets/adjustment.presenter.ts';
import { reachesInto } from '../timesheets/line.presenter.ts';
import { totalsOf } from '../timesheets/refresh-sheets.ts';

/** The person's pay periods, of which all days were read. An open one sums up as it stands, a locked one as it was locked. */
export function phoneTimesheets(actor: UserActor, rows: PhoneRows): SyncTimesheet[] {
  const sheets = new Map(rows.sheets.map((sheet) => [sheet.payPeriodId, sheet]));
  return rows.periods.map((period) => {
    const sheet = sheets.get(period.id);
    const lines = rows.lines.filter((line) => reachesInto(line, period));
    const late = rows.adjustments.filter(({ countedInId }) => countedInId === period.id);
    const minutes = late.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
    const { entries, approvedEntries, countedMinutes, breakMinutes, adjustmentMinutes } =
      sheet?.state === 'locked' ? sheet : totalsOf(lines, minutes, period);
    const state = sheet?.state ?? 'open';
    return {
      id: period.id,
      startDate: period.startDate,
      endDate: period.endDate,
      periodState: period.state,
      state,
      totals: { entries, approvedEntries, countedMinutes, breakMinutes, adjustmentMinutes },
      adjustments: late.map((row) => presentAdjustment(actor, row)),
      submittedAt: sheet?.submittedAt ?? null,
      approvedAt: sheet?.approvedAt ?? null,
      abilities: { submit: period.state === 'open' && state === 'open' && lines.length > 0 },
    };
  });
}
