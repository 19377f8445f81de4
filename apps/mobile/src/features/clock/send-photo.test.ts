import { expect, test } from 'vitest';
import { sendPhoto, type PhotoParts } from './send-photo';

const CONTENT = new Uint8Array([1, 2, 3]);
const file = {
  id: '019aab3d-5b0a-7000-8000-000000000001',
  purpose: 'punch_photo',
  state: 'pending',
  contentType: 'image/jpeg',
  sizeBytes: 3,
  punchId: '019aab3d-5b0a-7000-8000-000000000002',
  employeeId: '019aab3d-5b0a-7000-8000-000000000003',
  createdAt: '2025-12-01T08:00:00Z',
};
const upload = { url: 'https://files.test/x', headers: {}, expiresAt: '2025-12-01T09:00:00Z' };
const refusal = (code: string) => ({ code, detail: 'no', correlationId: 'c' });

type Steps = { announced?: [number, unknown]; put?: number | 'no network'; confirmed?: [number, unknown] };
function phone({ announced = [201, { file, upload }], put = 200, confirmed = [200, file] }: Steps) {
  const paths: string[] = [];
  const parts: PhotoParts = {
    request: async (method, path) => {
      paths.push(`${method} ${path}`);
      const [status, body] = path.endsWith('confirm') ? confirmed : announced;
      return { status, body, headers: new Headers() };
    },
    put: async () => {
      if (put === 'no network') throw new TypeError('network');
      return put;
    },
    sha256: async () => 'a'.repeat(64),
  };
  return { parts, paths };
}
const outcome = (steps: Steps) => sendPhoto(phone(steps).parts, file.punchId, CONTENT);

test('announced, put and confirmed', async () => {
  const { parts, paths } = phone({});
  expect(await sendPhoto(parts, file.punchId, CONTENT)).toBe('done');
  expect(paths).toEqual(['POST /api/v1/files', `POST /api/v1/files/${file.id}/confirm`]);
});

test.each<[string, Steps, 'done' | 'later']>([
  ['is there already', { announced: [200, { file, upload: null }] }, 'done'],
  ['its upload had arrived', { put: 412 }, 'done'],
  ['the network goes', { put: 'no network' }, 'later'],
  ['the store has a problem', { put: 503 }, 'later'],
  ['the store refuses', { put: 403 }, 'done'],
  ['a photo lies there', { announced: [409, refusal('file_exists')] }, 'done'],
  ['the session is over', { announced: [401, refusal('unauthenticated')] }, 'later'],
  ['a sign-in page of a hotel answers', { announced: [200, '<html>'] }, 'later'],
  ['there is no object store', { announced: [503, refusal('unavailable')] }, 'later'],
  ['the content differs', { confirmed: [422, refusal('file_not_as_announced')] }, 'done'],
])('%s', async (_name, steps, expected) => {
  expect(await outcome(steps)).toBe(expected);
});
