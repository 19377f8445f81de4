export type Target = 'api' | 'web' | 'nowhere';

// for our own processes and operators, never for the internet
const PRIVATE = /^\/(internal|health|metrics|docs)(\/|$)/;
// the API's own: sockets, its sign-in and GraphQL; calendars that phones subscribe to are passed on by the web app
const API = /^\/(realtime|auth|graphql)(\/|$)/;
const VERSIONED = /^\/api\/v\d+(\/|$)/;

/**
 * Which service a request is for. `/api/v1` has two: a program that brings a token talks to the API; a browser has none,
 * only its cookie, and talks to the web app, which makes a token of it.
 */
export function routeOf(path: string, headers: Headers): Target {
  if (PRIVATE.test(path)) return 'nowhere';
  if (API.test(path)) return 'api';
  if (VERSIONED.test(path) && headers.has('authorization')) return 'api';
  return 'web';
}

const SIGN_IN = /^(\/api)?\/auth\/(sign-in|sign-up|two-factor|request-password-reset|reset-password)(\/|$)/;

/** Is this a try at a password or a code? */
export const isSignIn = (method: string, path: string): boolean => method === 'POST' && SIGN_IN.test(path);
