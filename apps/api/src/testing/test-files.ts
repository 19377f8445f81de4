import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLocalS3 } from '@vaktplan/adapters/object-store/local-s3/local-s3-server';

const keys = { accessKeyId: 'TESTKEY', secretAccessKey: 'store-secret-of-the-tests-0123456789abcdef' };

/** An object store of its own for one application under test. */
export async function startTestFiles() {
  const folder = mkdtempSync(path.join(tmpdir(), 'vaktplan-files-'));
  const server = createLocalS3({ ...keys, folder, bucket: 'test', origins: ['http://web.test'] });
  server.listen(0, '127.0.0.1');
  server.unref();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'test',
      S3_ACCESS_KEY_ID: keys.accessKeyId,
      S3_SECRET_ACCESS_KEY: keys.secretAccessKey,
    },
    async close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
