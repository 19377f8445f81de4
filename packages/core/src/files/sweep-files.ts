import { filesToSweep, noteGone } from '@vaktplan/db/queries/files';
import type { Ctx } from '../context/ctx.ts';
import { keyOf, UPLOAD_SECONDS, type FileStore } from './file-store.ts';

/** An address for an upload that was over this long ago will not be used any more. */
const SPARE_SECONDS = 3600;
const MOST_ROUNDS = 50;
/** A store that refuses so many is not well. */
const MOST_REFUSED = 10;

/**
 * Deletes the objects of files that were announced and never confirmed, or are removed. What the store refuses to delete
 * keeps no other file from going, is tried again the next time, and makes this one fail when all else is done. Gives how
 * many are gone.
 */
export async function sweepFiles(ctx: Ctx, store: FileStore): Promise<number> {
  const before = ctx
    .now()
    .subtract({ seconds: UPLOAD_SECONDS + SPARE_SECONDS })
    .toString();
  let swept = 0;
  const refused = new Map<string, unknown>();
  for (let round = 0; round < MOST_ROUNDS && refused.size < MOST_REFUSED; round++) {
    const found = await ctx.db.transaction(ctx.orgId, (tx) => filesToSweep(tx, ctx.orgId, before));
    const files = found.filter(({ id }) => !refused.has(id));
    if (files.length === 0) break;
    const gone: string[] = [];
    for (const file of files) {
      if (refused.size >= MOST_REFUSED) break;
      try {
        await store.delete(keyOf(ctx.orgId, file));
        gone.push(file.id);
      } catch (error) {
        refused.set(file.id, error);
      }
    }
    await ctx.db.transaction(ctx.orgId, (tx) => noteGone(tx, ctx.orgId, gone, ctx.now().toString()));
    swept += gone.length;
  }
  const [first] = refused.values();
  if (refused.size > 0) throw new Error(`${refused.size} files could not be deleted`, { cause: first });
  return swept;
}
