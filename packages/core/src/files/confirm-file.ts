import { createHash } from 'node:crypto';
import { AppError } from '@vaktplan/contracts/errors';
import type { FileView } from '@vaktplan/contracts/http/files';
import type { Tx } from '@vaktplan/db/database';
import { findFile, settleFile, type FileRow } from '@vaktplan/db/queries/files';
import { appendEvent } from '../context/append-event.ts';
import type { Actor, Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { typeOfContent } from './content-type.rules.ts';
import { keyOf, storeOrRefuse, type FileStore } from './file-store.ts';
import { presentFile } from './file.presenter.ts';

/**
 * Looks at what has arrived: size, first bytes and SHA-256 must be what was announced, or the object is thrown away. Asked
 * again, the same answer. Nothing is kept open meanwhile: the store is asked between two transactions.
 * Errors: unavailable, upstream_unavailable, not_found (none of the actor's), file_missing, file_not_as_announced.
 */
export async function confirmFile(ctx: Ctx, id: string, store: FileStore | undefined): Promise<FileView> {
  const objects = storeOrRefuse(store);
  const row = await ctx.db.transaction(ctx.orgId, (tx) => findFile(tx, ctx.orgId, id));
  if (!row || !announcedBy(ctx.actor, row)) throw new AppError('not_found');
  if (row.state === 'stored') return presentFile(row);
  const key = keyOf(ctx.orgId, row);
  const content = await ask(() => objects.get(key, row.sizeBytes));
  if (content === undefined) throw new AppError('file_missing');
  const good = content !== null && isAsAnnounced(row, content);
  await transact({ ...ctx, idempotency: undefined }, 'files.confirm', (tx) => settle(tx, ctx, row, good));
  if (good) return presentFile({ ...row, state: 'stored' });
  // what is left there is swept up if this fails
  await objects.delete(key).catch((err: unknown) => ctx.log.warn({ err, file: id }, 'object not deleted'));
  throw new AppError('file_not_as_announced');
}

async function settle(tx: Tx, ctx: Ctx, row: FileRow, good: boolean): Promise<void> {
  const settled = await settleFile(tx, ctx.orgId, row.id, good ? 'stored' : 'removed', ctx.now().toString());
  if (!settled || !good) return;
  const { id, employeeId, locationId } = row;
  const facts = { fileId: id, employeeId, locationId };
  await appendEvent(tx, ctx, 'file.stored', { type: 'file', id, version: 1 }, facts);
}

const announcedBy = (actor: Actor, row: FileRow): boolean =>
  actor.kind === 'kiosk'
    ? row.deviceId === actor.deviceId
    : actor.kind === 'user' && row.userId === actor.userId;

const isAsAnnounced = (row: FileRow, content: Uint8Array): boolean =>
  content.length === row.sizeBytes &&
  typeOfContent(content) === row.contentType &&
  createHash('sha256').update(content).digest('hex') === row.sha256;

/** A store that fails is no fault of who asks. */
async function ask<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw new AppError('upstream_unavailable', { cause: error });
  }
}
