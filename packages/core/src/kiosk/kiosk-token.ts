import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'vpk_';
const ID_BYTES = 16;
const SECRET_BYTES = 32;
const FORM = /^vpk_[\w-]{86}$/;

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A new token of a kiosk: whose it is, which it is, and 256 random bits. */
export const newKioskToken = (orgId: string, kioskId: string): string =>
  PREFIX + Buffer.concat([bytesOf(orgId), bytesOf(kioskId), randomBytes(SECRET_BYTES)]).toString('base64url');

/** Which kiosk a token claims to be of; undefined when it is no such token. */
export function readKioskToken(token: string): { organizationId: string; kioskId: string } | undefined {
  if (!FORM.test(token)) return undefined;
  const bytes = Buffer.from(token.slice(PREFIX.length), 'base64url');
  return {
    organizationId: idOf(bytes.subarray(0, ID_BYTES)),
    kioskId: idOf(bytes.subarray(ID_BYTES, 2 * ID_BYTES)),
  };
}

/** What is stored: SHA-256, hex. There is nothing to guess in 256 random bits, so it need not be slow. */
export const kioskTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
