import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseStore } from './choose-store.ts';
import { createLocalS3 } from './local-s3/local-s3-server.ts';
import { createObjectFolder } from './local-s3/object-folder.ts';
import { createS3Store, type S3Options } from './s3.ts';

const keys = { accessKeyId: 'AKLOCAL', secretAccessKey: 'a secret of the tests that is long enough' };
const ORIGIN = 'http://web.test';
const body = Buffer.from('a picture of nothing');
const upload = { key: 'org/punch_photo/1', contentType: 'image/jpeg', sizeBytes: body.length, seconds: 60 };

const storeTest = test.extend<{ store: (more?: Partial<S3Options>) => ReturnType<typeof createS3Store> }>({
  store: async ({}, provide) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'vaktplan-s3-'));
    const server = createLocalS3({ ...keys, folder, bucket: 'files', origins: [ORIGIN] });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const place = { endpoint: `http://127.0.0.1:${port}`, region: 'auto', bucket: 'files' };
    await provide((more = {}) => createS3Store({ ...place, ...keys, ...more }));
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  },
});
const put = (url: string, content: Uint8Array<ArrayBuffer>, type: string) =>
  fetch(url, { method: 'PUT', body: content, headers: { 'content-type': type, 'if-none-match': '*' } });
const bytes = new Uint8Array(body);

describe('an upload', () => {
  storeTest('arrives as announced, once, is read and deleted', async ({ store }) => {
    const s3 = store();
    const { url, headers } = await s3.presignPut(upload);
    expect(headers).toEqual({ 'content-type': 'image/jpeg', 'if-none-match': '*' });
    const sent = await put(url, bytes, 'image/jpeg');
    expect([sent.status, await sent.text()]).toEqual([200, '']);
    // the address is still good, but what lies there stays
    const other = Buffer.from(body).fill(0x20);
    expect((await put(url, new Uint8Array(other), 'image/jpeg')).status).toBe(412);
    expect(await s3.get(upload.key, 100)).toEqual(body);
    expect(await s3.get(upload.key, 10)).toBeNull();
    const address = await s3.presignGet({ ...upload, fileName: 'photo.jpg' });
    const got = await fetch(address, { headers: { origin: ORIGIN } });
    expect(await got.text()).toBe(body.toString());
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="photo.jpg"',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': ORIGIN,
    });
    await s3.delete(upload.key);
    await s3.delete(upload.key);
    expect(await s3.get(upload.key, 100)).toBeUndefined();
    expect((await fetch(address)).status).toBe(404);
  });

  storeTest('of another type, size or place is refused', async ({ store }) => {
    const s3 = store();
    const { url } = await s3.presignPut(upload);
    const refused = [
      await put(url, bytes, 'text/html'),
      await put(url, bytes.slice(1), 'image/jpeg'),
      await put(url, new Uint8Array([...bytes, 1]), 'image/jpeg'),
      await put(url.replace('punch_photo/1', 'punch_photo/2'), bytes, 'image/jpeg'),
      await put(url.replace('/files/', '/other/'), bytes, 'image/jpeg'),
      await put(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'), bytes, 'image/jpeg'),
      await put(url.replace(/Signature=.{4}/, 'Signature=0000'), bytes, 'image/jpeg'),
      await put(url.split('?')[0] as string, bytes, 'image/jpeg'),
      await fetch(url, { method: 'PUT', body: bytes, headers: { 'content-type': 'image/jpeg' } }),
      await fetch(url),
      await fetch(url, { method: 'DELETE' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(await s3.get(upload.key, 100)).toBeUndefined();
  });

  storeTest('is over in time, and not before its time', async ({ store }) => {
    const ago = store({ now: () => new Date(Date.now() - 61_000) });
    const late = await put((await ago.presignPut(upload)).url, bytes, 'image/jpeg');
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
    const ahead = store({ now: () => new Date(Date.now() + 3_600_000) });
    expect((await put((await ahead.presignPut(upload)).url, bytes, 'image/jpeg')).status).toBe(403);
  });

  storeTest('with another key, or by a page of elsewhere, comes to nothing', async ({ store }) => {
    const stranger = store({ secretAccessKey: 'another secret' });
    await expect(stranger.get(upload.key, 10)).rejects.toThrow(/answered 403/);
    const nobody = store({ accessKeyId: 'NOBODY' });
    expect((await put((await nobody.presignPut(upload)).url, bytes, 'image/jpeg')).status).toBe(403);
    const { url } = await store().presignPut(upload);
    const asked = await fetch(url, { method: 'OPTIONS', headers: { origin: 'http://evil.test' } });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('keys never become paths', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'vaktplan-s3-'));
    const objects = createObjectFolder(path.join(folder, 'inside'));
    const keys = ['../../../etc/passwd', 'a/../../b', 'nul\0.png', '/etc/passwd', 'x'.repeat(5000)];
    for (const key of keys) {
      await objects.put(key, 'image/png', body);
      expect((await objects.get(key))?.body).toEqual(body);
    }
    expect(await readdir(folder)).toEqual(['inside']);
    const names = await readdir(path.join(folder, 'inside'), { recursive: true });
    expect(names.every((name) => /^[0-9a-f]{2}([\\/][0-9a-f]{64})?$/.test(name))).toBe(true);
    await rm(folder, { recursive: true });
  });
});

describe('which store', () => {
  const all = {
    S3_REGION: 'auto',
    S3_ENDPOINT: 'https://account.r2.cloudflarestorage.com',
    S3_BUCKET: 'files',
    S3_ACCESS_KEY_ID: 'a',
    S3_SECRET_ACCESS_KEY: 'b',
  };
  test('none without settings, an error for some of them', () => {
    expect(chooseStore({ S3_REGION: 'auto' })).toBeUndefined();
    expect(() => chooseStore({ ...all, S3_BUCKET: undefined })).toThrow(/Set S3_BUCKET too/);
  });
  test('browsers are sent to where they reach it', async () => {
    const store = chooseStore({ ...all, PUBLIC_FILES_URL: 'https://files.example.test' });
    const { url } = (await store?.presignPut(upload)) ?? { url: '' };
    expect(new URL(url).origin).toBe('https://files.example.test');
    const signed = new URL(url).searchParams.get('X-Amz-SignedHeaders');
    expect(signed).toBe('content-length;content-type;host;if-none-match');
  });
});
