import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { CreateFile, FileUpload } from '@vaktplan/contracts/http/files';
import {
  filesOfPunch,
  insertFile,
  lockPunchOfFile,
  type FileRow,
  type PunchOfFile,
} from '@vaktplan/db/queries/files';
import { userIdOf, type Actor, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { keyOf, storeOrRefuse, UPLOAD_SECONDS, type FileStore } from './file-store.ts';
import { presentFile } from './file.presenter.ts';

/** A photo of a punch is sent once; a few broken tries are forgiven. */
const MOST_PENDING = 5;

/**
 * Announces the photo of a punch that the actor made, and says where to send it: the address takes that type and size only.
 * Announced again, the same file goes on; one that is there already needs no sending.
 * Errors: unavailable, not_found (no such punch of the actor), file_exists, too_many_requests.
 */
export async function createFile(
  ctx: Ctx,
  input: CreateFile,
  store: FileStore | undefined,
): Promise<FileUpload> {
  const objects = storeOrRefuse(store);
  // the answer holds an address that is over before a key is: it is made anew each time
  const row = await transact({ ...ctx, idempotency: undefined }, 'files.create', async (tx) => {
    const punch = await lockPunchOfFile(tx, ctx.orgId, input.punchId);
    if (!punch || !madeBy(ctx.actor, punch)) throw new AppError('not_found');
    const known = await filesOfPunch(tx, ctx.orgId, input.punchId);
    const same = known.find((file) => isSame(file, input));
    if (same) return same;
    if (known.some((file) => file.state === 'stored')) throw new AppError('file_exists');
    if (known.length >= MOST_PENDING) throw new AppError('too_many_requests');
    return insertFile(tx, ctx.orgId, {
      ...input,
      id: uuidv7(),
      employeeId: punch.employeeId,
      locationId: punch.locationId,
      deviceId: ctx.actor.kind === 'kiosk' ? ctx.actor.deviceId : null,
      userId: userIdOf(ctx.actor),
      createdAt: ctx.now().toString(),
    });
  });
  const file = presentFile(row);
  if (row.state === 'stored') return { file, upload: null };
  const { contentType, sizeBytes } = row;
  const to = { key: keyOf(ctx.orgId, row), contentType, sizeBytes, seconds: UPLOAD_SECONDS };
  const expiresAt = ctx.now().add({ seconds: UPLOAD_SECONDS }).toString();
  return { file, upload: { ...(await objects.presignPut(to)), expiresAt } };
}

/** A tablet's own taps, or one's own. */
function madeBy(actor: Actor, punch: PunchOfFile): boolean {
  if (actor.kind === 'kiosk') return punch.deviceId === actor.deviceId;
  return actor.kind === 'user' && actor.employeeId === punch.employeeId;
}

const isSame = (file: FileRow, input: CreateFile): boolean =>
  file.sha256 === input.sha256 &&
  file.contentType === input.contentType &&
  file.sizeBytes === input.sizeBytes;
