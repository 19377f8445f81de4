import { forgetOutdated } from '@vaktplan/core/privacy/forget-outdated';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: what is gone stays gone. */
export const forgetOutdatedHandler: Handler<'forget-outdated'> = async ({ organizationId }, { log }, tools) =>
  forgetOutdated(systemCtx(tools, organizationId, 'forget-outdated', log));
