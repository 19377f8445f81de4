import { remindUpcomingShifts } from '@vaktplan/core/notify/remind-upcoming-shifts';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: a reminder is unique by its days. */
export const remindUpcomingShiftsHandler: Handler<'remind-upcoming-shifts'> = async (
  payload,
  { log },
  tools,
) => {
  const ctx = systemCtx(tools, payload.organizationId, 'remind-upcoming-shifts', log);
  return { told: await remindUpcomingShifts(ctx, payload) };
};
