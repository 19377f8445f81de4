import { cleanUp } from '@vaktplan/core/housekeeping/clean-up';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: what is gone stays gone. */
export const cleanUpHandler: Handler<'clean-up'> = ({ organizationId }, { log }, tools) =>
  cleanUp(systemCtx(tools, organizationId, 'clean-up', log), tools.retention);
