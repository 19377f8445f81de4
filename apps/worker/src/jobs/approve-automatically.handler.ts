import { approveAutomatically } from '@vaktplan/core/timesheets/approve-automatically';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: what is decided is left alone. */
export const approveAutomaticallyHandler: Handler<'approve-automatically'> = async (
  { organizationId },
  { log },
  tools,
) => ({
  approved: await approveAutomatically(systemCtx(tools, organizationId, 'approve-automatically', log)),
});
