import { AwsClient, AwsV4Signer } from 'aws4fetch';
import { createBreaker } from '@vaktplan/platform/breaker';
import type { Logger } from '@vaktplan/platform/logger';
import type { Metrics } from '@vaktplan/platform/metrics';
import { RetryableError } from '@vaktplan/platform/retry';
import type { ObjectStore } from './object-store.ts';

export type S3Options = {
  /** how servers reach it; buckets are named in the path */
  endpoint: string;
  /** how browsers reach it, where that differs */
  publicEndpoint?: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  timeoutMs?: number;
  /** for tests of what is over; otherwise the time of this machine */
  now?: () => Date;
  log?: Logger;
  metrics?: Metrics;
};

/** The store answered, and not what was hoped for. */
export class ObjectStoreRefused extends Error {
  constructor(method: string, status: number) {
    super(`the object store answered ${status} to a ${method}`);
    this.name = 'ObjectStoreRefused';
  }
}

const compact = (date: Date): string => date.toISOString().replaceAll(/[:-]|\.\d{3}/g, '');
const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/**
 * Any store that speaks the S3 protocol (R2, S3, our own local one), signed by SigV4. Addresses for uploads are PUTs whose
 * signature covers the content type and the length: R2 knows no form posts, and the AWS SDK would sign a checksum of nothing.
 */
export function createS3Store(options: S3Options): ObjectStore {
  const {
    region,
    bucket,
    accessKeyId,
    secretAccessKey,
    timeoutMs = 10_000,
    now = () => new Date(),
  } = options;
  const keys = { accessKeyId, secretAccessKey, service: 's3', region };
  const client = new AwsClient({ ...keys, retries: 0 });
  const inside = withoutSlash(options.endpoint);
  const outside = withoutSlash(options.publicEndpoint ?? options.endpoint);
  const addressOf = (base: string, key: string): URL => new URL(`${base}/${bucket}/${key}`);

  const presign = async (
    method: 'PUT' | 'GET',
    url: URL,
    seconds: number,
    headers: Record<string, string> = {},
  ): Promise<string> => {
    url.searchParams.set('X-Amz-Expires', String(seconds));
    const datetime = compact(now());
    const signer = new AwsV4Signer({
      ...keys,
      method,
      url: url.toString(),
      headers,
      datetime,
      signQuery: true,
      allHeaders: true,
    });
    return (await signer.sign()).url.toString();
  };

  const send = async (signal: AbortSignal, method: string, key: string): Promise<Response> => {
    const signed = await client.sign(addressOf(inside, key).toString(), { method });
    const answer = await fetch(signed, { signal, redirect: 'error' }).catch((error: unknown) => {
      throw new RetryableError('the object store could not be reached', { cause: error });
    });
    if (answer.status >= 500 || answer.status === 429)
      throw new RetryableError(`the object store answered ${answer.status}`);
    if (!answer.ok && answer.status !== 404) throw new ObjectStoreRefused(method, answer.status);
    return answer;
  };
  const guarded = { upstream: 'object-store', timeoutMs, isFailure: isTheirs };
  const watch = {
    ...(options.log && { log: options.log }),
    ...(options.metrics && { metrics: options.metrics }),
  };
  const breaker = createBreaker({
    ...guarded,
    ...watch,
    call: async (signal: AbortSignal, method: 'GET' | 'DELETE', key: string, maxBytes: number) => {
      const answer = await send(signal, method, key);
      if (method === 'DELETE' || answer.status === 404) {
        await answer.body?.cancel();
        return undefined;
      }
      return readAtMost(answer, maxBytes);
    },
  });

  return {
    presignPut: async ({ key, contentType, sizeBytes, seconds }) => {
      // only where nothing lies yet: what has been looked at cannot be exchanged while the address is still good
      const headers = { 'content-type': contentType, 'if-none-match': '*' };
      // the length goes out by itself; a browser lets nobody set it
      const bound = { ...headers, 'content-length': String(sizeBytes) };
      return { url: await presign('PUT', addressOf(outside, key), seconds, bound), headers };
    },
    presignGet: ({ key, seconds, contentType, fileName }) => {
      const url = addressOf(outside, key);
      url.searchParams.set('response-content-type', contentType);
      url.searchParams.set('response-content-disposition', `attachment; filename="${fileName}"`);
      return presign('GET', url, seconds);
    },
    get: (key, maxBytes) => breaker.call('GET', key, maxBytes),
    delete: async (key) => {
      await breaker.call('DELETE', key, 0);
    },
  };
}

const isTheirs = (error: unknown): boolean => !(error instanceof ObjectStoreRefused);

/** The whole body; null as soon as it is longer than that. */
async function readAtMost(answer: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    // leaving the loop ends the transfer
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
