import { filesToSweep, noteGone } from '@vaktplan/db/queries/files';
import type { Ctx } from '../context/ctx.ts';
import { keyOf, UPLOAD_SECONDS, type FileStore } from './file-store.ts';

/** An address for an upload that was over this long ago will not be used any more. */
const SPARE_SECONDS = 3600;
const MOST_ROUNDS = 50;

/**
 * Deletes the objects of files that were announced and never confirmed, or are removed. What the store refuses to delete is
 * tried again the next time. Gives how many are gone.
 */
export async function sweepFiles(ctx: Ctx, store: FileStore): Promise<number> {
  const before = ctx
    .now()
    .subtract({ seconds: UPLOAD_SECONDS + SPARE_SECONDS })
    .toString();
  let swept = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const files = await ctx.db.transaction(ctx.orgId, (tx) => filesToSweep(tx, ctx.orgId, before));
    if (files.length === 0) break;
    const gone: string[] = [];
    for (const file of files) {
      await store.delete(keyOf(ctx.orgId, file));
      gone.push(file.id);
    }
    await ctx.db.transaction(ctx.orgId, (tx) => noteGone(tx, ctx.orgId, gone, ctx.now().toString()));
    swept += gone.length;
  }
  return swept;
}
