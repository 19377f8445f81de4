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
