import type { Logger } from '@vaktplan/platform/logger';
import type { Metrics } from '@vaktplan/platform/metrics';
import * as z from 'zod';
import type { ObjectStore } from './object-store.ts';
import { createS3Store } from './s3.ts';

/** The variables of the object store, to be spread into a process's environment schema. */
export const storeEnv = {
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('https://<account>.r2.cloudflarestorage.com'),
  S3_REGION: z.string().default('auto').describe('auto for R2'),
  S3_BUCKET: z.string().optional().describe('the bucket of this installation'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('the key pair of that bucket'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('the key pair of that bucket'),
};
const StoreEnv = z.object({ ...storeEnv, PUBLIC_FILES_URL: z.url().optional() });
const NAMES = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/**
 * The object store that is set up; undefined without one: then there are no photos, and the rest goes on.
 * @throws Error naming what is missing when only some of the variables are set
 */
export function chooseStore(
  env: z.output<typeof StoreEnv>,
  watch: { log?: Logger; metrics?: Metrics } = {},
): ObjectStore | undefined {
  const missing = NAMES.filter((name) => env[name] === undefined);
  if (missing.length === NAMES.length) return undefined;
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket } = env;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey)
    throw new Error(`Set ${missing.join(', ')} too, or none of ${NAMES.join(', ')}`);
  const keys = { accessKeyId, secretAccessKey };
  const place = { endpoint, bucket, region: env.S3_REGION, publicEndpoint: env.PUBLIC_FILES_URL };
  return createS3Store({ ...place, ...keys, ...watch });
}
