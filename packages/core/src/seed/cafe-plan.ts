import { Temporal } from 'temporal-polyfill';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import type { Ctx } from '../context/ctx.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { createShift } from '../shifts/create-shift.ts';
import { updateShift } from '../shifts/update-shift.ts';
import type { Cafe } from './cafe-structure.ts';
import { cafeWeek, INSTEAD_OF_SOFIE, type CafeShift } from './cafe-week.ts';
import type { SeedClock } from './seed-context.ts';

const WEEKS_OF_HISTORY = 3;

/** Where the story stands: the location's zone, its today, and the Monday of this week. */
export type Today = { zone: string; date: string; monday: string; now: Temporal.Instant };

const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/**
 * Plans three weeks of history, this week and the next. History is published whole, this week up to Friday (or
 * tomorrow, if later) and with a change since, the next week is a draft.
 */
export async function planCafe(ctx: Ctx, clock: SeedClock, cafe: Cafe, today: Today): Promise<void> {
  for (let week = -WEEKS_OF_HISTORY; week <= 1; week++) {
    const monday = addDays(today.monday, week * 7);
    const at = Temporal.PlainDate.from(monday).toZonedDateTime({ timeZone: today.zone, plainTime: '10:00' });
    clock.set(week <= 0 ? at.subtract({ days: 11 }).toInstant() : today.now.subtract({ hours: 24 }));
    const planned = cafeWeek(monday).filter((shift) => week >= 0 || shift.by);
    const shifts: ShiftView[] = [];
    for (const shift of week === 0 ? freeSofieToday(planned, today) : planned)
      shifts.push(await plan(ctx, cafe, shift));
    if (week > 0) continue;
    clock.set(at.subtract({ days: 4 }).toInstant());
    if (week === 0) await sofieNow(ctx, cafe, today);
    const endDate = week < 0 ? addDays(monday, 6) : lastPublished(today);
    await publishSchedule(ctx, { locationId: cafe.locationId, startDate: monday, endDate, notify: 'none' });
    if (week === 0) await changeOfPlan(ctx, cafe, today, shifts);
  }
}

const plan = (ctx: Ctx, cafe: Cafe, shift: CafeShift): Promise<ShiftView> =>
  createShift(ctx, {
    departmentId: cafe.departments[shift.department],
    positionId: cafe.positions[shift.position],
    employeeId: shift.by && cafe.people[shift.by],
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    breaks: [{ minutes: 30, paid: false }],
  });

const lastPublished = ({ monday, date }: Today): string => {
  const [friday, sunday, tomorrow] = [addDays(monday, 4), addDays(monday, 6), addDays(date, 1)];
  return tomorrow <= friday ? friday : tomorrow <= sunday ? tomorrow : sunday;
};

const freeSofieToday = (shifts: CafeShift[], { date }: Today): CafeShift[] =>
  shifts.map((shift) =>
    shift.by === 'sofie' && shift.date === date
      ? { ...shift, by: INSTEAD_OF_SOFIE[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? null }
      : shift,
  );

/** The demo's employee has a shift that begins within half an hour of the first start, so that there is a clock to try. */
async function sofieNow(ctx: Ctx, cafe: Cafe, { zone, date, now }: Today): Promise<void> {
  const local = now.toZonedDateTimeISO(zone);
  const half = { smallestUnit: 'minute', roundingIncrement: 30 } as const;
  const next = local.round({ ...half, roundingMode: 'ceil' });
  const start =
    next.toPlainDate().toString() === date ? next : local.round({ ...half, roundingMode: 'floor' });
  await createShift(ctx, {
    departmentId: cafe.departments.Floor,
    positionId: cafe.positions.Barista,
    employeeId: cafe.people.sofie,
    startsAt: start.toInstant().toString(),
    endsAt: start.add({ hours: 6 }).toInstant().toString(),
    notes: 'Tasting of the new beans at the start of the shift',
    breaks: [{ minutes: 30, paid: false }],
  });
}

/** After publishing: a waiter may leave an hour earlier, and help is wanted on Saturday and Sunday. */
async function changeOfPlan(ctx: Ctx, cafe: Cafe, today: Today, shifts: readonly ShiftView[]): Promise<void> {
  const shown = lastPublished(today);
  const evening = shifts.findLast(
    (shift) =>
      shift.positionId === cafe.positions.Waiter && shift.localDate > today.date && shift.localDate <= shown,
  );
  if (evening) {
    const endsAt = Temporal.Instant.from(evening.endsAt).subtract({ hours: 1 }).toString();
    await updateShift(ctx, evening.id, evening.version, { startsAt: evening.startsAt, endsAt });
  }
  for (const day of [5, 6]) {
    const date = addDays(today.monday, day);
    await createShift(ctx, {
      departmentId: cafe.departments.Floor,
      positionId: cafe.positions.Waiter,
      employeeId: null,
      startsAt: `${date}T12:00`,
      endsAt: `${date}T17:00`,
      notes: 'Brunch is fully booked',
    });
  }
}
