// The local S3 endpoint as a process of its own: `npm start` runs it where no object store is set up.
import { parseEnv } from '@vaktplan/platform/env';
import * as z from 'zod';
import { createLocalS3 } from './local-s3-server.ts';

const env = parseEnv(
  z.object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535),
    FILES_DIR: z.string().describe('the folder of the objects'),
    PUBLIC_WEB_URL: z.url().describe('whose pages may send and fetch'),
    APP_ORIGINS: z.string().default('').describe('and those of these origins, parted by commas'),
    S3_BUCKET: z.string(),
    S3_ACCESS_KEY_ID: z.string(),
    S3_SECRET_ACCESS_KEY: z.string().min(32),
  }),
  process.env,
);
const server = createLocalS3({
  folder: env.FILES_DIR,
  bucket: env.S3_BUCKET,
  accessKeyId: env.S3_ACCESS_KEY_ID,
  secretAccessKey: env.S3_SECRET_ACCESS_KEY,
  origins: [
    new URL(env.PUBLIC_WEB_URL).origin,
    ...env.APP_ORIGINS.split(',').flatMap((one) => one.trim() || []),
  ],
});
server.listen(env.PORT, env.HOST);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
