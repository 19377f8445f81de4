import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import * as z from 'zod';
import { checkMail, mailId, type MailTransport } from './mail-message.ts';
import { toMime } from './mime.ts';

const Address = z.object({ address: z.string(), name: z.string().optional() });
const StoredMail = z.object({
  id: z.string(),
  referenceId: z.string(),
  from: Address,
  to: Address,
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
  /** UTC */
  sentAt: z.iso.datetime(),
});
export type StoredMail = z.output<typeof StoredMail>;
export type MailSummary = Pick<StoredMail, 'id' | 'from' | 'to' | 'subject' | 'sentAt'>;

/**
 * "Sends" into a folder, for machines without a mail account: `<id>.eml` for mail programs, `<id>.json` for the app.
 * The name comes from the reference, so a repeat overwrites and never doubles.
 */
export const createFolderTransport =
  (dir: string): MailTransport =>
  async (unchecked) => {
    const message = checkMail(unchecked);
    const id = mailId(message.referenceId);
    const eml = await new MailComposer({
      ...toMime(message),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
    const stored = { id, ...message, sentAt: new Date().toISOString() };
    await mkdir(dir, { recursive: true });
    await writeWhole(path.join(dir, `${id}.eml`), eml);
    await writeWhole(path.join(dir, `${id}.json`), JSON.stringify(stored, null, 2));
    return { id };
  };

/** The newest mails of a folder, newest first; none if there is no folder yet. */
export const listMails = async (dir: string, limit = 100): Promise<MailSummary[]> => {
  const names = await readdir(dir).catch(ifMissing([]));
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const dated = await Promise.all(
    ids.filter(isMailId).map(async (id) => ({ id, at: (await stat(jsonPath(dir, id))).mtimeMs })),
  );
  const newest = dated.toSorted((a, b) => b.at - a.at || a.id.localeCompare(b.id)).slice(0, limit);
  const mails = await Promise.all(newest.map(({ id }) => readMail(dir, id)));
  return mails
    .filter((mail) => mail !== undefined)
    .map(({ id, from, to, subject, sentAt }) => ({ id, from, to, subject, sentAt }));
};

/** One mail; undefined if there is none of that id, whatever the id looks like. */
export const readMail = async (dir: string, id: string): Promise<StoredMail | undefined> => {
  if (!isMailId(id)) return undefined;
  const text = await readFile(jsonPath(dir, id), 'utf8').catch(ifMissing(undefined));
  return text === undefined ? undefined : StoredMail.parse(JSON.parse(text));
};

// nothing else ever becomes part of a path
const isMailId = (id: string): boolean => /^[0-9a-f]{24}$/.test(id);
const jsonPath = (dir: string, id: string): string => path.join(dir, `${id}.json`);

/** A reader sees the old file or the new one, never half of it. */
const writeWhole = async (file: string, content: string | Buffer): Promise<void> => {
  const draft = `${file}.${randomUUID()}.tmp`;
  await writeFile(draft, content);
  await rename(draft, file);
};

const ifMissing =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead;
    throw error;
  };
