import * as z from 'zod';

const Claims = z.object({ exp: z.number() });

/** When a JWT ends, in milliseconds since 1970; 0 if it does not say. */
export function expiryOf(token: string): number {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    return Claims.parse(JSON.parse(atob(payload))).exp * 1000;
  } catch {
    return 0;
  }
}
