import { kv } from './kv';

const KEY = 'server.address';
/** Written into the build: where the company's or the hosted server answers. */
const built = process.env.EXPO_PUBLIC_API_URL;

/** Origin of the server. Self-hosters set another one on the sign-in screen. */
export const serverAddress = {
  get: (): string => kv.get(KEY) ?? built ?? 'http://localhost:3001',
  isOwn: (): boolean => kv.get(KEY) !== null,
  set: (origin: string): void => kv.set(KEY, origin),
  reset: (): void => kv.remove(KEY),
};

/**
 * What somebody typed as an origin, `https` if they named no scheme; null when it is not an address.
 * Plain http only inside a house or for tests: localhost, private networks and `.local` names.
 */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (!url?.hostname || /\s/.test(text)) return null;
  const isInside =
    /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(url.hostname) ||
    url.hostname.endsWith('.local');
  if (url.protocol === 'http:' && !isInside) return null;
  return url.origin;
}
