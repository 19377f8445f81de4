import { rejudgeHours } from '@vaktplan/core/timesheets/rejudge-hours';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: what is judged again by the same plan comes out as it is. */
export const rejudgeHoursHandler: Handler<'rejudge-hours'> = async (
  { organizationId, eventId },
  { log },
  tools,
) => ({ entries: await rejudgeHours(systemCtx(tools, organizationId, 'rejudge-hours', log), eventId) });
