import { closeForgotten } from '@vaktplan/core/time-tracking/close-forgotten';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: what is closed is not due any more. */
export const closeForgottenEntriesHandler: Handler<'close-forgotten-entries'> = async (
  { organizationId },
  { log },
  tools,
) => ({ people: await closeForgotten(systemCtx(tools, organizationId, 'close-forgotten-entries', log)) });
