import { kv } from '@/platform/kv';

const KEY = 'lock';
export const appLock = {
  isOn: (): boolean => kv.get(KEY) === 'on',
  turn: (isOn: boolean): void => (isOn ? kv.set(KEY, 'on') : kv.remove(KEY)),
};
