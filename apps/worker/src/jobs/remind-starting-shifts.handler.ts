import { remindStartingShifts } from '@vaktplan/core/push/remind-starting-shifts';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: a reminder is unique by its shift and start. */
export const remindStartingShiftsHandler: Handler<'remind-starting-shifts'> = async (
  { organizationId },
  { log },
  tools,
) => ({ told: await remindStartingShifts(systemCtx(tools, organizationId, 'remind-starting-shifts', log)) });
