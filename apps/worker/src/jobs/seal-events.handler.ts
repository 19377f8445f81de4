import { sealEvents } from '@vaktplan/core/audit/seal-events';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: what is chained is not chained again. The line of log is a copy of the chain's end that the database does not hold. */
export const sealEventsHandler: Handler<'seal-events'> = async ({ organizationId }, { log }, tools) => {
  const chain = await sealEvents(systemCtx(tools, organizationId, 'seal-events', log), tools.auditSecret);
  if (chain.sealed > 0) log.info({ organizationId, ...chain }, 'events sealed');
  return chain;
};
