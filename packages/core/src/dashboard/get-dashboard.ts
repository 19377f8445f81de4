import type { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { DashboardQuery, DashboardView } from '@vaktplan/contracts/http/dashboard';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import {
  atWorkStatements,
  locationContext,
  type LocationContext,
  type MissingRow,
  type OpenEntryRow,
} from '@vaktplan/db/queries/at-work';
import {
  dashboardStatements,
  type DashboardRateRow,
  type DashboardShiftRow,
} from '@vaktplan/db/queries/dashboard';
import { withBreaks, type TimeEntryRow } from '@vaktplan/db/queries/time-entries';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation, permittedPlaces } from '../context/permitted-places.ts';
import { costOfShift, type Rate } from '../pay/shift-cost.rules.ts';
import { presentShift } from '../shifts/shift.presenter.ts';
import { presentAtWork } from '../time-tracking/at-work.presenter.ts';
import { shiftDatesAround } from '../time-tracking/punch-place.rules.ts';
import { countedMinutes } from '../time-tracking/time-entry.rules.ts';
import { localDateOf, weekOf } from '../time/local-time.rules.ts';
import { sumOfDays, totalsByDay } from './week-totals.rules.ts';

/**
 * Today and this week at one location, in its zone, as far as the actor's places reach: who is at work, today's shifts,
 * open shifts still to come this week, shifts that differ from what is published, hours and cost of each day.
 * Errors: not_found, forbidden.
 */
export async function getDashboard(ctx: Ctx, { locationId }: DashboardQuery): Promise<DashboardView> {
  const instant = ctx.now();
  const now = instant.epochMilliseconds;
  const read = await readDashboard(ctx, instant, locationId);
  const { location } = read;
  if (!location) throw new AppError('not_found');
  if (!canAtLocation(ctx.actor, 'shift:read-draft', location)) throw new AppError('forbidden');

  const date = localDateOf(instant, location.zone);
  const week = weekOf(date, location.weekStart);
  const rows = read.shifts.map((row) => ({ row, shift: presentShift(ctx.actor, row) }));
  const thisWeek = rows
    .map(({ shift }) => shift)
    .filter((shift) => shift.localDate >= week.startDate && shift.localDate <= week.endDate);
  const planned = thisWeek.filter((shift) => shift.state !== 'deleted');
  const days = totalsByDay(
    week.startDate,
    withCost(planned, read.rates),
    read.entries.map((entry) => ({
      localDate: entry.localDate,
      workedMinutes: countedMinutes(entry, now),
    })),
    canAtLocation(ctx.actor, 'pay:read', location),
  );
  return {
    date,
    zone: location.zone,
    currency: location.currency,
    atWork: presentAtWork(read.open, read.missing, now),
    today: rows
      .filter(({ shift }) => shift.localDate === date && shift.state !== 'deleted')
      .map(({ row, shift }) => ({
        shift,
        employeeName: row.employeeName,
        positionName: row.positionName,
      })),
    openShifts: planned.filter((shift) => shift.employeeId === null && Date.parse(shift.endsAt) > now).length,
    drafts: thisWeek.filter((shift) => shift.state !== 'published').length,
    week: { ...week, ...sumOfDays(days), days },
  };
}

/** One round trip. The zone is not known yet, so the days reach a week to both sides of today's date in UTC. */
async function readDashboard(ctx: Ctx, instant: Temporal.Instant, locationId: string) {
  const today = instant.toZonedDateTimeISO('UTC').toPlainDate();
  const entryScope = permittedPlaces(ctx.actor, 'time-entry:read');
  const [[location], shifts, rates, entries, open, missing] = (await ctx.db.read(ctx.orgId, [
    locationContext(ctx.orgId, locationId),
    ...dashboardStatements(ctx.orgId, {
      locationId,
      startDate: today.subtract({ days: 7 }).toString(),
      endDate: today.add({ days: 7 }).toString(),
      shiftScope: permittedPlaces(ctx.actor, 'shift:read-draft'),
      entryScope,
    }),
    ...atWorkStatements(ctx.orgId, {
      now: instant.toString(),
      shiftDates: shiftDatesAround(instant.epochMilliseconds),
      locationId,
      scope: entryScope,
    }),
  ])) as [
    LocationContext[],
    DashboardShiftRow[],
    DashboardRateRow[],
    TimeEntryRow[],
    OpenEntryRow[],
    MissingRow[],
  ];
  return { location, shifts, rates, entries: entries.map(withBreaks), open, missing };
}

function withCost(shifts: ShiftView[], rates: DashboardRateRow[]) {
  const byEmployee = new Map<string, Rate[]>();
  for (const rate of rates) {
    const known = byEmployee.get(rate.employeeId);
    if (known) known.push(rate);
    else byEmployee.set(rate.employeeId, [rate]);
  }
  return shifts.map((shift) => {
    const own = shift.employeeId === null ? [] : (byEmployee.get(shift.employeeId) ?? []);
    return {
      localDate: shift.localDate,
      paidMinutes: shift.paidMinutes,
      costMinor: costOfShift(shift, own),
    };
  });
}
