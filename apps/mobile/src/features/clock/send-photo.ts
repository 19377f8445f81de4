import { FileUpload } from '@vaktplan/contracts/http/files';
import { ERRORS } from '@vaktplan/contracts/errors';
import * as z from 'zod';
import type { Answer } from '@/platform/http';

export type PhotoParts = {
  request: (method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Straight to the object store. @throws without network */
  put: (url: string, headers: Record<string, string>, content: Uint8Array<ArrayBuffer>) => Promise<number>;
  sha256: (content: Uint8Array<ArrayBuffer>) => Promise<string>;
};

const Problem = z.object({ code: z.string() });
/** Something lies there already: an upload whose answer was lost. */
const THERE_ALREADY = 412;

/**
 * Sends the photo of a confirmed punch: announce, put, confirm. `done` also when it will never be taken: no hours depend
 * on it. Never throws.
 */
export async function sendPhoto(
  { request, put, sha256 }: PhotoParts,
  punchId: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<'done' | 'later'> {
  try {
    const announced = await request('POST', '/api/v1/files', {
      purpose: 'punch_photo',
      contentType: 'image/jpeg',
      sizeBytes: content.byteLength,
      sha256: await sha256(content),
      punchId,
    });
    const answer = FileUpload.safeParse(announced.body).data;
    if (!answer) return mayWait(announced) ? 'later' : 'done';
    if (!answer.upload) return 'done';
    const status = await put(answer.upload.url, answer.upload.headers, content);
    if (status >= 300 && status !== THERE_ALREADY) return status >= 500 ? 'later' : 'done';
    const confirmed = await request('POST', `/api/v1/files/${answer.file.id}/confirm`);
    return confirmed.status < 300 || !mayWait(confirmed) ? 'done' : 'later';
  } catch {
    return 'later';
  }
}

/** Only our own words, and for good, end it; a proxy's page does not. */
function mayWait({ status, body }: Answer): boolean {
  const code = Problem.safeParse(body).data?.code;
  return code === undefined || !(code in ERRORS) || status >= 500 || status === 429 || status === 401;
}
