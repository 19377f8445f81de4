import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type StoredObject = { contentType: string; body: Buffer; etag: string };

/** Objects in a folder. Their keys never become paths: a file's name is the hash of its key. */
export function createObjectFolder(folder: string) {
  const fileOf = (key: string): string => {
    const name = createHash('sha256').update(key).digest('hex');
    return path.join(folder, name.slice(0, 2), name);
  };
  return {
    /** Its ETag; undefined when `onlyNew` and something lies there already. */
    async put(key: string, contentType: string, body: Buffer, onlyNew = false): Promise<string | undefined> {
      const file = fileOf(key);
      const etag = createHash('md5').update(body).digest('hex');
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const head = Buffer.from(`${JSON.stringify({ key, contentType, etag })}\n`);
      const partial = `${file}.${randomUUID()}`;
      await writeFile(partial, Buffer.concat([head, body]), { mode: 0o600 });
      if (!onlyNew) {
        await rename(partial, file);
        return etag;
      }
      // a link is made or refused in one step, whoever else writes
      const isNew = await link(partial, file).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false;
          throw error;
        },
      );
      await rm(partial, { force: true });
      return isNew ? etag : undefined;
    },
    async get(key: string): Promise<StoredObject | undefined> {
      const whole = await readFile(fileOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (!whole) return undefined;
      const end = whole.indexOf('\n');
      const { contentType, etag } = JSON.parse(whole.subarray(0, end).toString()) as StoredObject;
      return { contentType, etag, body: whole.subarray(end + 1) };
    },
    delete: (key: string): Promise<void> => rm(fileOf(key), { force: true }),
  };
}
export type ObjectFolder = ReturnType<typeof createObjectFolder>;
