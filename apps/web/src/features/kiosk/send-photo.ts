import { asProblem } from '../../lib/problem';
import { kioskApi } from './kiosk-api';
import type { Tap } from './tap';

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Something lies there already: an upload whose answer was lost. */
const thereAlready = 412;

/**
 * Sends the photo of a confirmed tap straight to the object store: announce, put, confirm. done also when it will never be
 * taken; the hours do not depend on it.
 */
export async function sendPhoto({ id: punchId, photo }: Tap): Promise<'done' | 'later'> {
  if (!photo) return 'done';
  try {
    const content = await photo.arrayBuffer();
    const { file, upload } = await kioskApi.announceFile({
      purpose: 'punch_photo',
      contentType: 'image/jpeg',
      sizeBytes: content.byteLength,
      sha256: hexOf(await crypto.subtle.digest('SHA-256', content)),
      punchId,
    });
    if (!upload) return 'done';
    const put = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: content });
    if (!put.ok && put.status !== thereAlready) return put.status >= 500 ? 'later' : 'done';
    await kioskApi.confirmFile(file.id);
    return 'done';
  } catch (error) {
    // a failed fetch of the object store is no problem of ours, but one of the network
    const problem = error instanceof TypeError ? undefined : asProblem(error);
    const waits = !problem || problem.code === 'offline' || problem.status >= 500 || problem.status === 429;
    return waits ? 'later' : 'done';
  }
}
