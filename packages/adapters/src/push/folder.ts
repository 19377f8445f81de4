import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { fitMessage, type PushTransport } from './push-message.ts';

const StoredPush = z.object({
  provider: z.enum(['fcm', 'apns']),
  token: z.string(),
  title: z.string(),
  body: z.string(),
  data: z.record(z.string(), z.string()),
  collapseId: z.string(),
  category: z.string().optional(),
  urgent: z.boolean(),
  expiresAt: z.number(),
});
export type StoredPush = z.infer<typeof StoredPush>;

/**
 * "Sends" into a folder, for machines without an account: one file a phone and collapse id, so that a repeat overwrites,
 * as it would on the phone.
 */
export const createPushFolder =
  (dir: string): PushTransport =>
  async (target, message) => {
    const stored: StoredPush = { ...target, ...fitMessage(message) };
    const name = createHash('sha256')
      .update(`${target.token} ${stored.collapseId}`)
      .digest('hex')
      .slice(0, 24);
    await mkdir(dir, { recursive: true });
    const draft = path.join(dir, `${name}.${randomUUID()}.tmp`);
    await writeFile(draft, JSON.stringify(stored, null, 2));
    // a reader sees the old file or the new one, never half of it
    await rename(draft, path.join(dir, `${name}.json`));
  };

/** All messages of a folder, in no order; none if there is no folder yet. */
export const listPushes = async (dir: string): Promise<StoredPush[]> => {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => StoredPush.parse(JSON.parse(await readFile(path.join(dir, name), 'utf8')))),
  );
};
