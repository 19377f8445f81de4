import { sweepFiles } from '@vaktplan/core/files/sweep-files';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Needs no claim: what is gone stays gone. */
export const sweepFilesHandler: Handler<'sweep-files'> = async ({ organizationId }, { log }, tools) => ({
  swept: tools.files
    ? await sweepFiles(systemCtx(tools, organizationId, 'sweep-files', log), tools.files)
    : 0,
});
