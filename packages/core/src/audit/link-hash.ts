import { createHmac } from 'node:crypto';

/**
 * The hash of an event's link: it covers the hash before it, so no row can be changed, taken out or put elsewhere without
 * changing all that follow. With a secret that the database does not hold, its owner cannot make the chain anew either.
 */
export const linkHash = (secret: string, before: string, content: string): string =>
  createHmac('sha256', secret).update(before).update('\n').update(content).digest('base64url');
