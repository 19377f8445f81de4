import { mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderTransport, listMails, readMail } from './folder.ts';
import { mailId, MailRefused } from './mail-message.ts';
import { injections, sampleMail } from './sample-mail.ts';

let root: string;
let dir: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'mails-'));
  dir = path.join(root, 'inner', 'mails');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const send = (changes = {}) => createFolderTransport(dir)(sampleMail(changes));

test('one .eml for mail programs and one .json for the app', async () => {
  const { id } = await send();
  expect((await readdir(dir)).toSorted()).toEqual([`${id}.eml`, `${id}.json`]);
  const email = await PostalMime.parse(await readFile(path.join(dir, `${id}.eml`)));
  expect(email).toMatchObject({ subject: sampleMail().subject, to: [{ address: 'kari@example.com' }] });
  expect(email.html?.trim()).toBe(sampleMail().html);
  expect(await readMail(dir, id)).toMatchObject({ ...sampleMail(), id, sentAt: expect.stringMatching(/Z$/) });
});

test('a repeat overwrites, also when many write at once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => send({ subject: `try ${n}` })));
  expect(await readdir(dir)).toHaveLength(2);
  expect(await listMails(dir)).toHaveLength(1);
});

test('lists newest first, no more than asked, and ignores what is not a mail', async () => {
  for (const [n, referenceId] of ['a', 'b', 'c'].entries()) {
    const { id } = await send({ referenceId, subject: referenceId });
    await utimes(path.join(dir, `${id}.json`), 1_000_000 + n, 1_000_000 + n);
  }
  await writeFile(path.join(dir, 'notes.json'), 'not a mail');
  await writeFile(path.join(dir, `${mailId('d')}.json.x.tmp`), '{');
  expect((await listMails(dir)).map(({ subject }) => subject)).toEqual(['c', 'b', 'a']);
  expect((await listMails(dir, 2)).map(({ subject }) => subject)).toEqual(['c', 'b']);
});

test('no folder yet is no mail yet', async () => {
  expect(await listMails(dir)).toEqual([]);
  expect(await readMail(dir, mailId('a'))).toBeUndefined();
});

test.each([
  '../secret',
  '..%2fsecret',
  '/etc/passwd',
  `../${mailId('x')}`,
  `${mailId('x')}/../../secret`,
  `${mailId('x')}\0`,
  `${mailId('x')}\n`,
  mailId('x').toUpperCase(),
  '',
  '.',
  '..',
])('reads nothing outside for the id %j', async (id) => {
  await send();
  await writeFile(path.join(root, 'secret.json'), '{}');
  await writeFile(path.join(root, 'inner', `${mailId('x')}.json`), '{}');
  expect(await readMail(dir, id)).toBeUndefined();
});

test('a reference is never a path', async () => {
  await send({ referenceId: '../../escape' });
  expect(await readdir(root)).toEqual(['inner']);
  expect(await readdir(path.join(root, 'inner'))).toEqual(['mails']);
});

test('writing replaces a planted link instead of following it', async () => {
  await send();
  const victim = path.join(root, 'victim');
  await writeFile(victim, 'untouched');
  const file = path.join(dir, `${mailId(sampleMail().referenceId)}.json`);
  await rm(file);
  await symlink(victim, file);
  await send();
  expect(await readFile(victim, 'utf8')).toBe('untouched');
});

test.each(injections)('no header can be smuggled in: %j', async (text) => {
  const { id } = await send({ subject: text, to: { address: 'b@example.com', name: text } });
  const email = await PostalMime.parse(await readFile(path.join(dir, `${id}.eml`)));
  expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
  expect(email.html?.trim()).toBe(sampleMail().html);
});

test('a wrong address is refused and leaves no file', async () => {
  await expect(send({ to: { address: 'x' } })).rejects.toBeInstanceOf(MailRefused);
  expect(await listMails(dir)).toEqual([]);
});
