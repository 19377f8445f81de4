import { createMMKV } from 'react-native-mmkv';

const mmkv = createMMKV({ id: 'vaktplan' });

/** Settings of this phone; nothing secret and nothing that must not be lost. On the web it is localStorage. */
export const kv = {
  get: (key: string): string | null => mmkv.getString(key) ?? null,
  set: (key: string, value: string): void => mmkv.set(key, value),
  remove: (key: string): void => {
    mmkv.remove(key);
  },
};
