import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import {
  insertPastEvents,
  insertSchedulesInBulk,
  insertShiftsInBulk,
  type BulkShift,
} from '@vaktplan/db/queries/history';
import { eventOf, type NewEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import type { ChainPerson, ChainSite } from './chain-structure.ts';
import { TURNS } from './chain-places.ts';
import { between } from './random.ts';

const BREAK_MINUTES = 30;
const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** One week at one location. `number` counts weeks, so that days off move along. */
export type ChainWeek = { monday: string; number: number; published: boolean; openPerDepartment: number };

/** Plans a week and publishes it when asked; returns its shifts. */
export const planChainWeek = (
  ctx: Ctx,
  site: ChainSite,
  week: ChainWeek,
  random: () => number,
): Promise<BulkShift[]> =>
  transact(ctx, 'seed.week', async (tx) => {
    const monday = Temporal.PlainDate.from(week.monday);
    const start = monday.toZonedDateTime({ timeZone: site.zone, plainTime: '10:00' });
    const plannedAt = start.subtract({ days: 14 }).toInstant();
    const at = start.subtract({ days: 7 }).toInstant();
    const publication = week.published ? { id: uuidv7(), at: at.toString() } : undefined;
    const schedules = new Map(site.departmentIds.map((departmentId) => [departmentId, uuidv7()]));
    const times = localTimes(monday, site.zone);

    const shift = (
      who: Pick<ChainPerson, 'departmentId' | 'positionId' | 'turn'>,
      employeeId: string | null,
      day: number,
    ): BulkShift => ({
      id: uuidv7(),
      scheduleId: String(schedules.get(who.departmentId)),
      departmentId: who.departmentId,
      positionId: who.positionId,
      employeeId,
      ...times(day, who.turn),
      breakId: uuidv7(),
      breakMinutes: BREAK_MINUTES,
      snapshotId: publication ? uuidv7() : null,
    });
    const worked = site.people.flatMap((person) =>
      workDays(person, week.number).map((day) => shift(person, person.id, day)),
    );
    const open = site.departmentIds.flatMap((departmentId) => {
      const colleague = site.people.find((person) => person.departmentId === departmentId);
      if (!colleague) return [];
      return Array.from({ length: week.openPerDepartment }, () =>
        shift(
          { ...colleague, turn: TURNS[between(random, 0, 6)] as ChainPerson['turn'] },
          null,
          between(random, 0, 6),
        ),
      );
    });
    const shifts = [...worked, ...open];

    const range = { startDate: week.monday, endDate: monday.add({ days: 6 }).toString() };
    await insertSchedulesInBulk(
      tx,
      ctx.orgId,
      [...schedules].map(([departmentId, id]) => ({
        id,
        departmentId,
        locationId: site.locationId,
        publishedAt: publication?.at ?? null,
        ...range,
      })),
    );
    const plan = {
      locationId: site.locationId,
      zone: site.zone,
      plannedAt: plannedAt.toString(),
      by: String(userIdOf(ctx.actor)),
      publication,
    };
    await insertShiftsInBulk(tx, ctx.orgId, plan, shifts);
    const created = { ...ctx, now: () => plannedAt };
    const events: NewEvent[] = shifts.map((one) => createdEvent(created, site, one));
    if (publication)
      events.push(publishedEvent({ ...ctx, now: () => at }, site, publication.id, range, shifts));
    await insertPastEvents(tx, ctx.orgId, events, at.toString());
    return shifts;
  });

/** Consecutive days, starting two days later each week. */
const workDays = ({ offset, daysPerWeek }: ChainPerson, week: number): number[] =>
  DAYS.slice(0, daysPerWeek).map((day) => (offset + week * 2 + day) % 7);

/** Wall-clock turns of the week as instants, each reckoned once: Temporal's zones are dear. */
function localTimes(monday: Temporal.PlainDate, zone: string) {
  const known = new Map<string, { startsAt: string; endsAt: string; localDate: string }>();
  return (day: number, [from, to]: ChainPerson['turn']) => {
    const key = `${day} ${from} ${to}`;
    let times = known.get(key);
    if (!times) {
      const date = monday.add({ days: day });
      const last = to > from ? date : date.add({ days: 1 });
      const at = (on: Temporal.PlainDate, plainTime: string) =>
        on.toZonedDateTime({ timeZone: zone, plainTime }).toInstant().toString();
      times = { startsAt: at(date, from), endsAt: at(last, to), localDate: date.toString() };
      known.set(key, times);
    }
    return times;
  };
}

const createdEvent = (ctx: Ctx, { locationId }: ChainSite, shift: BulkShift): NewEvent =>
  eventOf(
    ctx,
    'shift.created',
    { type: 'shift', id: shift.id, version: 1 },
    {
      shiftId: shift.id,
      scheduleId: shift.scheduleId,
      locationId,
      departmentId: shift.departmentId,
      employeeId: shift.employeeId,
      localDate: shift.localDate,
      version: 1,
    },
  );

const publishedEvent = (
  ctx: Ctx,
  { locationId }: ChainSite,
  publicationId: string,
  range: { startDate: string; endDate: string },
  shifts: readonly BulkShift[],
): NewEvent =>
  eventOf(
    ctx,
    'schedule.published',
    { type: 'publication', id: publicationId, version: 1 },
    {
      publicationId,
      locationId,
      ...range,
      shiftIds: shifts.map((one) => one.id),
      affectedEmployeeIds: [...new Set(shifts.flatMap((one) => one.employeeId ?? []))],
      notifyEmployeeIds: [],
    },
  );
