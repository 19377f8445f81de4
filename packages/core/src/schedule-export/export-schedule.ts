import type { ExportScheduleQuery } from '@vaktplan/contracts/http/exports';
import type { Ctx } from '../context/ctx.ts';
import type { Exported } from '../export/exported.ts';
import { listFindings } from '../findings/list-findings.ts';
import { getRoster } from '../roster/get-roster.ts';
import { listShifts } from '../shifts/list-shifts.ts';
import { scheduleMatrix, shiftsFound } from './schedule-matrix.rules.ts';
import { listTable, matrixTable, weekTables } from './schedule-tables.ts';

/**
 * The schedule of a location to take away, as its reader may see it: planners the working copy with cost as far as
 * pay is theirs to see, everybody else their own published shifts and the open ones. Bounded as the reads are. Only who
 * plans there may ask for the shifts with findings alone.
 * Throws `not_found`, `forbidden`, `no_employee`, `range_too_long`.
 */
export async function exportSchedule(
  ctx: Ctx,
  query: Omit<ExportScheduleQuery, 'format'>,
): Promise<Exported> {
  const { locationId, startDate, endDate, view, departments, positions, search = '', findings } = query;
  const range = { startDate, endDate };
  const [roster, shifts, found] = await Promise.all([
    getRoster(ctx, { locationId, ...range }),
    listShifts(ctx, { locationId, ...range, view }),
    findings === 'true' ? listFindings(ctx, { locationId, ...range }) : undefined,
  ]);
  const matrix = scheduleMatrix(range, roster, shifts.data, {
    departments: departments?.split(',') ?? [],
    positions: positions?.split(',') ?? [],
    search,
    only: found && shiftsFound(found.data),
  });
  const title = `Schedule, ${roster.location.name}`;
  const printedAt = ctx.now().toZonedDateTimeISO(roster.location.zone).toPlainDateTime();
  return {
    name: ['schedule', roster.location.name, startDate, endDate].join(' '),
    list: () => listTable(roster, matrix),
    sheets: () => [matrixTable(roster, matrix), listTable(roster, matrix)],
    paper: () => ({
      title,
      subtitle: `${startDate} to ${endDate}, times in ${roster.location.zone}, printed ${printedAt.toString({ smallestUnit: 'minute' }).replace('T', ' ')}`,
      footer: 'Page {page} of {pages}',
      landscape: true,
      tables: weekTables(roster, matrix),
    }),
  };
}
