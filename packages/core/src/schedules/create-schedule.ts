import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { CreateSchedule, ScheduleView } from '@vaktplan/contracts/http/schedules';
import { findDepartmentPlace } from '@vaktplan/db/queries/planning';
import { insertSchedule } from '@vaktplan/db/queries/schedules';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';

/** A planning period of a department. Errors: not_found, forbidden, period_overlap. */
export const createSchedule = (ctx: Ctx, input: CreateSchedule): Promise<ScheduleView> =>
  transact(ctx, 'schedules.create', async (tx) => {
    const place = await findDepartmentPlace(tx, ctx.orgId, input.departmentId);
    if (!place || place.archived) throw new AppError('not_found');
    authorize(ctx.actor, 'shift:create', place);
    const { locationId, departmentId } = place;
    const { startDate, endDate } = input;
    const schedule = { id: uuidv7(), locationId, departmentId, startDate, endDate };
    await insertSchedule(tx, ctx.orgId, schedule);
    return { ...schedule, state: 'draft', publishedAt: null, version: 1 };
  });
