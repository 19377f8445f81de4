import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Keys = { accessKeyId: string; secretAccessKey: string };
/** Why a request is refused, in S3's own words. */
export class S3Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const SKEW_MS = 15 * 60_000;
const LONGEST_SECONDS = 7 * 24 * 3600;
const refuse = (code: string, message: string): never => {
  throw new S3Refusal(403, code, message);
};

type Signed = { credential: string; date: string; headers: string[]; signature: string; payload: string };

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** `20251201T080000Z` in milliseconds; NaN when it is none. */
const timeOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

function fromQuery(url: URL, now: number): Signed {
  const of = (name: string): string => url.searchParams.get(name) ?? '';
  if (of('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') refuse('AccessDenied', 'Another algorithm');
  const seconds = Number(of('X-Amz-Expires'));
  const signedAt = timeOf(of('X-Amz-Date'));
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_SECONDS || Number.isNaN(signedAt))
    refuse('AuthorizationQueryParametersError', 'No such time');
  if (now > signedAt + seconds * 1000) refuse('AccessDenied', 'Request has expired');
  if (signedAt > now + SKEW_MS) refuse('AccessDenied', 'Request is not valid yet');
  return {
    credential: of('X-Amz-Credential'),
    date: of('X-Amz-Date'),
    headers: of('X-Amz-SignedHeaders').split(';'),
    signature: of('X-Amz-Signature'),
    payload: 'UNSIGNED-PAYLOAD',
  };
}

function fromHeaders(request: IncomingMessage, now: number): Signed {
  const { authorization = '' } = request.headers;
  const [, credential = '', headers = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(authorization) ??
    [];
  const date = String(request.headers['x-amz-date'] ?? '');
  if (!credential) refuse('AccessDenied', 'No signature');
  if (!(Math.abs(now - timeOf(date)) <= SKEW_MS)) refuse('RequestTimeTooSkewed', 'Another time');
  const payload = String(request.headers['x-amz-content-sha256'] ?? '');
  return { credential, date, headers: headers.split(';'), signature, payload };
}

/**
 * Checks the SigV4 signature of a request, in its query or its headers, by the words of the standard and not with the code
 * that signs. Gives the SHA-256 that the body must have, when the signature holds one. @throws S3Refusal
 */
export function verifySignature(
  request: IncomingMessage,
  url: URL,
  keys: Keys,
  now: number,
): string | undefined {
  const inQuery = url.searchParams.has('X-Amz-Signature');
  const signed = inQuery ? fromQuery(url, now) : fromHeaders(request, now);
  const [accessKeyId, ...scope] = signed.credential.split('/');
  const [day = '', region = '', service, ending] = scope;
  if (accessKeyId !== keys.accessKeyId) refuse('InvalidAccessKeyId', 'Nobody’s key');
  if (service !== 's3' || ending !== 'aws4_request' || !signed.date.startsWith(day) || day.length !== 8)
    refuse('SignatureDoesNotMatch', 'Another scope');
  if (!signed.headers.includes('host')) refuse('SignatureDoesNotMatch', 'host must be signed');

  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const headers = signed.headers.map(
    (name) =>
      `${name}:${String(request.headers[name] ?? '')
        .trim()
        .replaceAll(/\s+/g, ' ')}\n`,
  );
  const path = decodeURIComponent(url.pathname).split('/').map(encode).join('/');
  const canonical = [
    request.method,
    path,
    query,
    headers.join(''),
    signed.headers.join(';'),
    signed.payload,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', signed.date, scope.join('/'), sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${keys.secretAccessKey}`,
  );
  const wanted = hmac(key, toSign);
  const given = Buffer.from(signed.signature, 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    refuse('SignatureDoesNotMatch', 'The signature is not that of this request');
  return /^[0-9a-f]{64}$/.test(signed.payload) ? signed.payload : undefined;
}
