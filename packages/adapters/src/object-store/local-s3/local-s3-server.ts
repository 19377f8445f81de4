import { createHash } from 'node:crypto';
import http from 'node:http';
import { createObjectFolder, type ObjectFolder } from './object-folder.ts';
import { S3Refusal, verifySignature, type Keys } from './verify-signature.ts';

export type LocalS3Options = Keys & {
  folder: string;
  bucket: string;
  /** origins whose pages may send and fetch */
  origins: readonly string[];
  now?: () => number;
};

const MOST_BYTES = 25 * 1024 * 1024;
const HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'private, max-age=300' };

/**
 * The S3 protocol over a folder, for machines without an account: PUT, GET, HEAD and DELETE of objects, path style, each
 * with a SigV4 signature that is checked. One bucket, no listing, no multipart.
 */
export function createLocalS3({
  folder,
  bucket,
  origins,
  now = Date.now,
  ...keys
}: LocalS3Options): http.Server {
  const objects = createObjectFolder(folder);
  const server = http.createServer((request, response) => {
    allowOrigin(request, response, origins);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (request.url === '/health') return void response.writeHead(200).end('ok');
    answer(request, response, { objects, bucket, keys, now }).catch((error: unknown) => {
      const refusal =
        error instanceof S3Refusal ? error : new S3Refusal(500, 'InternalError', 'Something went wrong');
      if (response.headersSent) return void response.destroy();
      const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${refusal.code}</Code><Message>${refusal.message}</Message></Error>`;
      response.writeHead(refusal.status, { 'content-type': 'application/xml', connection: 'close' }).end(xml);
    });
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  return server;
}

function allowOrigin(
  { headers }: http.IncomingMessage,
  response: http.ServerResponse,
  origins: readonly string[],
): void {
  response.setHeader('vary', 'origin');
  if (!headers.origin || !origins.includes(headers.origin)) return;
  response.setHeader('access-control-allow-origin', headers.origin);
  response.setHeader('access-control-allow-methods', 'GET, PUT, HEAD');
  response.setHeader('access-control-allow-headers', 'content-type, if-none-match');
  response.setHeader('access-control-max-age', '600');
}

type Store = { objects: ObjectFolder; bucket: string; keys: Keys; now: () => number };

async function answer(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { objects, bucket, keys, now }: Store,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local');
  const wanted = verifySignature(request, url, keys, now());
  const [, named, ...rest] = decodeURIComponent(url.pathname).split('/');
  const key = rest.join('/');
  if (named !== bucket) throw new S3Refusal(404, 'NoSuchBucket', 'There is no such bucket');
  if (!key) throw new S3Refusal(501, 'NotImplemented', 'Only objects are served');
  if (request.method === 'PUT') {
    const body = await readBody(request);
    if (wanted && createHash('sha256').update(body).digest('hex') !== wanted)
      throw new S3Refusal(400, 'XAmzContentSHA256Mismatch', 'The body is another one');
    const type = request.headers['content-type'] ?? 'application/octet-stream';
    const onlyNew = request.headers['if-none-match'] === '*';
    const etag = await objects.put(key, type, body, onlyNew);
    if (etag === undefined) throw new S3Refusal(412, 'PreconditionFailed', 'Something lies there already');
    return void response.writeHead(200, { etag: `"${etag}"` }).end();
  }
  if (request.method === 'DELETE') {
    await objects.delete(key);
    return void response.writeHead(204).end();
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new S3Refusal(405, 'MethodNotAllowed', 'Not served');
  const found = await objects.get(key);
  if (!found) throw new S3Refusal(404, 'NoSuchKey', 'There is nothing here');
  const disposition = url.searchParams.get('response-content-disposition');
  response.writeHead(200, {
    ...HEADERS,
    'content-type': url.searchParams.get('response-content-type') ?? found.contentType,
    'content-length': found.body.length,
    etag: `"${found.etag}"`,
    ...(disposition && { 'content-disposition': disposition }),
  });
  response.end(request.method === 'GET' ? found.body : undefined);
}

async function readBody(request: http.IncomingMessage): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isInteger(announced)) throw new S3Refusal(411, 'MissingContentLength', 'Say how long it is');
  if (announced > MOST_BYTES) throw new S3Refusal(400, 'EntityTooLarge', 'Too large');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
