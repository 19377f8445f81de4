import { AppError } from '@vaktplan/contracts/errors';
import type { ExportTimesheetsQuery } from '@vaktplan/contracts/http/timesheets';
import type { Tx } from '@vaktplan/db/database';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listLines, listLinesOf, MAX_LINES, type LineRow } from '@vaktplan/db/queries/timesheet-lines';
import { findPerson } from '@vaktplan/db/queries/timesheets';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { permittedPlaces } from '../context/permitted-places.ts';
import type { Exported } from '../export/exported.ts';
import { factsOf } from './line.presenter.ts';
import { lineState } from './review.rules.ts';
import { entriesTable, sheetTables, totalsTable } from './timesheet-tables.ts';

type Query = Omit<ExportTimesheetsQuery, 'format'>;

/**
 * Timesheets to take away: one's own, or those of the places where the actor approves. On paper each person has a page
 * with lines to sign. Throws `forbidden`, `not_found` (employee), `range_too_long`.
 */
export const exportTimesheets = (ctx: Ctx, query: Query): Promise<Exported> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const organization = await findOrganization(tx, ctx.orgId);
    if (!organization) throw new AppError('not_found');
    const all = await readRows(tx, ctx, query);
    if (all.length > MAX_LINES) throw new AppError('range_too_long');
    const paid = (row: LineRow) => ['approved', 'locked'].includes(lineState(factsOf(row)));
    const rows = query.onlyApproved === 'true' ? all.filter(paid) : all;
    const printedAt = ctx.now().toZonedDateTimeISO(organization.zone).toPlainDateTime();
    const person = query.employeeId ? rows[0]?.employeeName : undefined;
    return {
      name: ['timesheets', person, query.startDate, query.endDate].filter(Boolean).join(' '),
      list: () => entriesTable(ctx.actor, rows, query),
      sheets: () => [totalsTable(rows, query), entriesTable(ctx.actor, rows, query)],
      paper: () => ({
        title: `Timesheets, ${organization.name}`,
        subtitle: `${query.startDate} to ${query.endDate}, times at each location, printed ${printedAt.toString({ smallestUnit: 'minute' }).replace('T', ' ')}`,
        footer: 'Page {page} of {pages}',
        landscape: true,
        tables: sheetTables(rows, query),
        signatures: ['Date, employee', 'Date, approved by'],
      }),
    };
  });

async function readRows(tx: Tx, ctx: Ctx, query: Query): Promise<LineRow[]> {
  const own = ctx.actor.kind === 'user' ? ctx.actor.employeeId : null;
  if (query.employeeId && !(await findPerson(tx, ctx.orgId, query.employeeId)))
    throw new AppError('not_found');
  if (own && query.employeeId === own) return listLinesOf(tx, ctx.orgId, [own], query);
  if (!canSomewhere(ctx.actor, 'timesheet:approve')) throw new AppError('forbidden');
  return listLines(tx, ctx.orgId, {
    startDate: query.startDate,
    endDate: query.endDate,
    locationId: query.locationId ?? null,
    departmentId: query.departmentId ?? null,
    employeeId: query.employeeId ?? null,
    scope: permittedPlaces(ctx.actor, 'timesheet:approve'),
  });
}
