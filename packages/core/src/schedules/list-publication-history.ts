import type {
  HistoryMark,
  PublicationHistory,
  PublicationHistoryQuery,
} from '@vaktplan/contracts/http/schedule-history';
import type { SeenShift, ShiftChange } from '@vaktplan/contracts/http/schedules';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listSeenChanges, type SeenChangeRow, type SeenShiftRow } from '@vaktplan/db/queries/seen-schedule';
import type { Ctx } from '../context/ctx.ts';
import { usableLocale } from '../notify/local-text.ts';
import { changeWords } from './change-words.ts';
import { seenScope } from './seen-scope.ts';

/**
 * The instants at which a person's view of some business days changed, in order of time, each with what was another then.
 * The newest 500. Who published is told to planners only. Errors: not_found, forbidden.
 */
export async function listPublicationHistory(
  ctx: Ctx,
  query: PublicationHistoryQuery,
): Promise<PublicationHistory> {
  const { own, places } = await seenScope(ctx, query.employeeId);
  const [rows, organization] = await Promise.all([
    listSeenChanges(ctx.db, ctx.orgId, { ...query, places }),
    ctx.db.transaction(ctx.orgId, (tx) => findOrganization(tx, ctx.orgId)),
  ]);
  const locale = usableLocale(organization?.locale ?? 'en');
  const marks = new Map<string, HistoryMark>();
  for (const row of rows) {
    const change = changeOf(row, locale);
    if (!change) continue;
    const { publicationId, at } = row;
    const mark = marks.get(publicationId) ?? { publicationId, at, by: own ? null : row.by, changes: [] };
    mark.changes.push(change);
    marks.set(publicationId, mark);
  }
  const data = [...marks.values()];
  return { data, meta: { count: data.length } };
}

/** Undefined for a snapshot that looks as the one before it. */
function changeOf(row: SeenChangeRow, locale: string): ShiftChange | undefined {
  const { before, after } = row;
  if (before && after && JSON.stringify(before) === JSON.stringify(after)) return undefined;
  const change = {
    shiftId: row.shiftId,
    kind: before && after ? ('changed' as const) : after ? ('added' as const) : ('removed' as const),
    before: before && shown(before),
    after: after && shown(after),
  };
  return { ...change, words: changeWords(change, locale) };
}

const shown = ({ employeeId: _employee, localDate: _day, ...shift }: SeenShiftRow): SeenShift => shift;
