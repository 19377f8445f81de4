import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findRedis, obtainRedis } from './redis.mjs';
import { PlainError } from './say.mjs';

test('a machine without Redis that cannot get one is told the way out in one sentence', () => {
  const tools = mkdtempSync(path.join(os.tmpdir(), 'tools-'));
  const env = { PATH: '/nowhere' };
  expect(findRedis(tools, env)).toBeNull();
  const attempt = () => obtainRedis(tools, { env, unpack: () => 'this system has no apt-get' });
  expect(attempt).toThrow(PlainError);
  expect(attempt).toThrow(/no apt-get.*install redis-server.*REDIS_URL/);
  rmSync(tools, { recursive: true });
});
