import { generateKeyPairSync, verify, type KeyObject } from 'node:crypto';

/** How a push service is to answer next, instead of what it would say. */
export type PushAnswer =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | 'hang'
  | 'drop';

/** A key of ours as its JSON or file has it, and what the service checks our signatures with. */
export function signingKey(kind: 'rsa' | 'ec'): { pem: string; publicKey: KeyObject } {
  const { privateKey, publicKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), publicKey };
}

type Jwt = { header: Record<string, unknown>; claims: Record<string, unknown> };

/** What a signed token says; undefined unless that key signed it. */
export function readJwt(token: string, publicKey: KeyObject): Jwt | undefined {
  const [header, claims, signature] = token.split('.');
  if (!header || !claims || !signature) return undefined;
  const key =
    publicKey.asymmetricKeyType === 'ec' ? { key: publicKey, dsaEncoding: 'ieee-p1363' as const } : publicKey;
  const signed = Buffer.from(`${header}.${claims}`);
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return undefined;
  const parse = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  return { header: parse(header), claims: parse(claims) };
}
