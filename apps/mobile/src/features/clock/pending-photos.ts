import * as z from 'zod';
import { kv } from '@/platform/kv';
import { photos } from '@/platform/photos';
import type { OutboxRow, Owner } from '@/sync/outbox-row';
import { sendPhoto, type PhotoParts } from './send-photo';

const keyOf = (owner: Owner) => `photos.${owner}`;
const Ids = z.array(z.string());

/** Punches of this person whose photos lie on the phone. */
export function pendingPhotos(owner: Owner): string[] {
  const text = kv.get(keyOf(owner));
  return Ids.safeParse(text ? JSON.parse(text) : []).data ?? [];
}

/** Keeps the photo of a punch until the server has it. */
export async function keepPhoto(owner: Owner, punchId: string, uri: string): Promise<void> {
  await photos.save(punchId, uri);
  kv.set(keyOf(owner), JSON.stringify([...new Set([...pendingPhotos(owner), punchId])]));
}

async function forget(owner: Owner, punchId: string): Promise<void> {
  kv.set(keyOf(owner), JSON.stringify(pendingPhotos(owner).filter((id) => id !== punchId)));
  await photos.remove(punchId);
}

/** Sends what may go: the photo of a confirmed punch. That of a refused or taken-back one is deleted. */
export async function sendPhotos(parts: PhotoParts, owner: Owner, rows: readonly OutboxRow[]): Promise<void> {
  for (const punchId of pendingPhotos(owner)) {
    const row = rows.find(({ id }) => id === punchId);
    if (row?.state === 'saved' || row?.state === 'sending') continue;
    const content = row?.state === 'confirmed' ? await photos.read(punchId) : null;
    if (!content || (await sendPhoto(parts, punchId, content)) === 'done') await forget(owner, punchId);
  }
}
