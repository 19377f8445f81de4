import { v7 as uuidv7 } from 'uuid';
import { makeClocker, makeShift, rowsOf, type Clocker } from '@vaktplan/testing/clock-rows';
import type { Make } from '@vaktplan/testing/make';
import type { Ctx } from '../context/ctx.ts';

export type EntryOptions = {
  startedAt: string;
  endedAt: string | null;
  localDate?: string;
  shiftId?: string | null;
  flags?: string[];
};

/** An entry as the computation leaves it: eight counted hours unless the times say otherwise. */
export async function makeEntry(ctx: Ctx, who: Clocker, options: EntryOptions): Promise<string> {
  const id = uuidv7();
  const { startedAt, endedAt, shiftId = null, flags = [] } = options;
  const minutes = endedAt ? Math.floor((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000) : null;
  await rowsOf(
    ctx,
    `insert into time_entries (organization_id, id, employee_id, location_id, shift_id, started_at, ended_at, zone, local_date,
       worked_minutes, flags, settled_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'Europe/Copenhagen', $8, $9, $10, $7::timestamptz + interval '2 minutes')`,
    [
      ctx.orgId,
      id,
      who.employeeId,
      who.locationId,
      shiftId,
      startedAt,
      endedAt,
      options.localDate ?? startedAt.slice(0, 10),
      minutes,
      flags,
    ],
  );
  return id;
}

/** What a new computation does that finds something else. */
export const touchEntry = (ctx: Ctx, id: string, minutes = 1) =>
  rowsOf(
    ctx,
    `update time_entries set ended_at = ended_at + make_interval(mins => $2), worked_minutes = worked_minutes + $2,
       version = version + 1 where id = $1`,
    [id, minutes],
  );

/** Somebody with a published shift on the day, worked to the minute: 09:00-17:00 in Copenhagen. */
export async function makeDay(ctx: Ctx, who: Clocker, date: string, flags: string[] = []): Promise<string> {
  const times = { startsAt: `${date}T08:00:00Z`, endsAt: `${date}T16:00:00Z` };
  const shiftId = await makeShift(ctx, {
    departmentId: who.departmentId,
    employeeId: who.employeeId,
    ...times,
  });
  return makeEntry(ctx, who, { startedAt: times.startsAt, endedAt: times.endsAt, shiftId, flags });
}

/** Anna of one department, Bo of another, and the managers of both; three days later than the work. */
export async function makeTeam(ctx: Ctx, make: Make) {
  const anna = await makeClocker(ctx, make, { name: 'Anna' });
  const bo = await makeClocker(ctx, make, { name: 'Bo' });
  const managerOf = async (who: Clocker) =>
    make.as(ctx, await make.user('manager', { departmentId: who.departmentId }));
  return { anna, bo, annasManager: await managerOf(anna), bosManager: await managerOf(bo) };
}

export const historyOf = (ctx: Ctx, subjectId: string) =>
  rowsOf(
    ctx,
    'select step, decision, reason, before, after, actor_id from approvals where subject_id = $1 order by decided_at, id',
    [subjectId],
  );
