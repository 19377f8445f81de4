import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EnvError, parseEnv } from '@vaktplan/platform/env';
import { startMailerooServer } from '@vaktplan/testing/maileroo-server';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { chooseMail, mailEnv } from './choose-mail.ts';
import { listMails } from './folder.ts';
import { sampleMail } from './sample-mail.ts';

const choose = (source: Record<string, string>) => chooseMail(parseEnv(z.object(mailEnv), source));
const all = { MAILEROO_API_KEY: 'k', SMTP_URL: 'smtp://127.0.0.1:1025', MAIL_DIR: 'mails' };

test.each([
  ['maileroo', all],
  ['smtp', { ...all, MAILEROO_API_KEY: '' }],
  ['folder', { ...all, MAILEROO_API_KEY: '', SMTP_URL: ' ' }],
])('%s', (kind, source) => {
  expect(choose(source).kind).toBe(kind);
});

test('nothing set is an error that names the ways out', () => {
  expect(() => choose({})).toThrow('Set MAILEROO_API_KEY, SMTP_URL or MAIL_DIR');
});

test('an SMTP_URL of another protocol is refused at start', () => {
  expect(() => choose({ SMTP_URL: 'http://127.0.0.1' })).toThrow(EnvError);
});

test('what is chosen sends: Maileroo to its address, the folder into it', async () => {
  const server = await startMailerooServer('k');
  await choose({ MAILEROO_API_KEY: 'k', MAILEROO_BASE_URL: server.url }).send(sampleMail());
  expect(server.mails).toHaveLength(1);
  await server.close();

  const dir = await mkdtemp(path.join(tmpdir(), 'mails-'));
  await choose({ MAIL_DIR: dir }).send(sampleMail());
  expect(await listMails(dir)).toHaveLength(1);
  await rm(dir, { recursive: true });
});
