import { relockPayPeriods } from '@vaktplan/core/pay-periods/relock-pay-periods';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: what is locked is no longer to be locked. */
export const relockPayPeriodsHandler: Handler<'relock-pay-periods'> = async (
  { organizationId },
  { log },
  tools,
) => ({ locked: await relockPayPeriods(systemCtx(tools, organizationId, 'relock-pay-periods', log)) });
