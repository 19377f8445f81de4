import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * HMAC-SHA256 with a secret of the server, bound to the person. A PIN has 10^4 to 10^8 values: whoever holds the table could try
 * all of them against any hash, however slow (argon2id at 50 ms: four digits in eight minutes a person). A key that is
 * not in the database leaves nothing to try, and checking a PIN stays cheap when two hundred people clock in at nine.
 */
export const pinHash = (secret: string, orgId: string, employeeId: string, pin: string): string =>
  createHmac('sha256', secret).update(`pin:${orgId}:${employeeId}:${pin}`).digest('hex');

/** Do the two hashes agree? Takes the same time wherever they differ. */
export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
