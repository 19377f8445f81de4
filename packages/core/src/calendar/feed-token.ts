import { createHash, createHmac } from 'node:crypto';

const SHAPE = /^[\w-]{54}$/;
const ORG_BYTES = 16;

/**
 * The secret in a feed's address: the organisation's id and 192 bits that follow from the feed's id and the server's
 * secret, as 54 letters. So its owner can be shown the address again, and no row or event holds it.
 */
export function feedToken(secret: string, orgId: string, feedId: string): string {
  const word = createHmac('sha256', secret).update(`calendar:${orgId}:${feedId}`).digest().subarray(0, 24);
  return Buffer.concat([Buffer.from(orgId.replaceAll('-', ''), 'hex'), word]).toString('base64url');
}

/** What is stored and searched: SHA-256 of the token, hex. A search by it takes as long for a near miss as for any. */
export const feedTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whose organisation a token belongs to; undefined for text that is none. Says nothing about whether it is good. */
export function organizationOf(token: string): string | undefined {
  if (!SHAPE.test(token)) return undefined;
  const hex = Buffer.from(token, 'base64url').subarray(0, ORG_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
