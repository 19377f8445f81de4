import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createRedis, whenReady } from './redis.ts';
import { createWriteMarks } from './write-marks.ts';

const url = process.env.TEST_REDIS_URL ?? '';
const redis = createRedis(url, 'producer');
const beside = createRedis(url, 'producer');
afterAll(() => {
  for (const connection of [redis, beside]) connection.disconnect();
});

test('the later place stays, in whichever order writers come to tell it, for all processes', async () => {
  await Promise.all([whenReady(redis, 5000), whenReady(beside, 5000)]);
  const [here, there] = [createWriteMarks(redis), createWriteMarks(beside)];
  const organization = randomUUID();
  expect(await there.last(organization)).toBeUndefined();
  await here.mark(organization, '0000000100000020');
  await there.mark(organization, '00000000FFFFFFFF');
  expect(await here.last(organization)).toBe('0000000100000020');
  await there.mark(organization, '0000000200000000');
  expect(await here.last(organization)).toBe('0000000200000000');
  expect(await here.last(randomUUID())).toBeUndefined();
});

test('whoever lost Redis for a moment is not sure for as long as marks are kept', async () => {
  await whenReady(beside, 5000);
  const marks = createWriteMarks(beside);
  expect(await marks.last(randomUUID())).toBeUndefined();
  beside.disconnect(true);
  await new Promise((resolve) => beside.once('ready', resolve));
  expect(await marks.last(randomUUID())).toBeNull();
  await expect(marks.mark(randomUUID(), '0000000000000001')).resolves.toBeUndefined();
});
