import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const macOf = (secret: string, purpose: string, said: string): Buffer =>
  createHmac('sha256', secret).update(`vaktplan pass\n${purpose}\n${said}`).digest();

/** What one of our services hands to a browser to show to another, good for one purpose and for `seconds`. */
export function signPass(secret: string, purpose: string, seconds: number, now = Date.now()): string {
  const said = `${Math.floor(now / 1000) + seconds}.${randomBytes(12).toString('base64url')}`;
  return `${said}.${macOf(secret, purpose, said).toString('base64url')}`;
}

/** @returns the pass' own number, by which it can be taken once only; undefined unless it is ours, for this, and in time */
export function readPass(
  secret: string,
  purpose: string,
  pass: string,
  now = Date.now(),
): string | undefined {
  const [, said, until, nonce, mac] = /^((\d{1,12})\.([\w-]{16}))\.([\w-]{43})$/.exec(pass) ?? [];
  if (said === undefined || mac === undefined) return undefined;
  const given = Buffer.from(mac, 'base64url');
  const expected = macOf(secret, purpose, said);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return Number(until) * 1000 > now ? nonce : undefined;
}

/** Into the board of queues, which the worker shows: asked for at the API, taken by the worker. */
export const BOARD_PASS = 'queue-board';
