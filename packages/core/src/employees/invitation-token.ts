import { createHash, createHmac } from 'node:crypto';

/**
 * The secret word of an invitation's link. It follows from the invitation's id and the server's secret, so the job that
 * writes the mail can make it again and no row or event holds it.
 */
export const invitationToken = (secret: string, invitationId: string): string =>
  createHmac('sha256', secret).update(`invitation:${invitationId}`).digest('base64url');

/** What is stored and searched: SHA-256 of the token, hex. */
export const invitationTokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
