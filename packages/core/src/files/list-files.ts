import { AppError } from '@vaktplan/contracts/errors';
import type { FileList, ListFilesQuery } from '@vaktplan/contracts/http/files';
import { filesOfEntry, findEntryPlace } from '@vaktplan/db/queries/files';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { DOWNLOAD_SECONDS, keyOf, storeOrRefuse, type FileStore } from './file-store.ts';
import { presentFile } from './file.presenter.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/**
 * The photos of a time entry's punches, each with an address that is good for five minutes: for the person themself and for
 * those who may read time entries there. Errors: not_found, forbidden, unavailable.
 */
export async function listFiles(
  ctx: Ctx,
  { timeEntryId }: ListFilesQuery,
  store: FileStore | undefined,
): Promise<FileList> {
  const rows = await ctx.db.transaction(ctx.orgId, async (tx) => {
    const entry = await findEntryPlace(tx, ctx.orgId, timeEntryId);
    if (!entry) throw new AppError('not_found');
    const own = ctx.actor.kind === 'user' && ctx.actor.employeeId === entry.employeeId;
    const place = { id: entry.locationId, departmentIds: entry.departmentIds };
    if (!own && !canAtLocation(ctx.actor, 'time-entry:read', place)) throw new AppError('forbidden');
    return filesOfEntry(tx, ctx.orgId, timeEntryId);
  });
  const objects = storeOrRefuse(store);
  const data = await Promise.all(
    rows.map(async (row) => {
      const fileName = `${row.purpose}-${row.id}.${ENDINGS[row.contentType] ?? 'bin'}`;
      const what = { key: keyOf(ctx.orgId, row), contentType: row.contentType, fileName };
      return { ...presentFile(row), url: await objects.presignGet({ ...what, seconds: DOWNLOAD_SECONDS }) };
    }),
  );
  return { data, meta: { count: data.length } };
}
