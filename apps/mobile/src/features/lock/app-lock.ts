import { kv } from '@/platform/kv';

const KEY = 'lock';
/** So long in the background and the app asks again. */
export const GRACE_MS = 5 * 60_000;

export const appLock = {
  isOn: (): boolean => kv.get(KEY) === 'on',
  turn: (isOn: boolean): void => (isOn ? kv.set(KEY, 'on') : kv.remove(KEY)),
};

/** Does the app ask again? A clock that was set back counts as long. @param leftAt when it went away, in milliseconds */
export const asksAgain = (leftAt: number, now: number): boolean => now - leftAt > GRACE_MS || now < leftAt;
