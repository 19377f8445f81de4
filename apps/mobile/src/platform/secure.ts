import * as SecureStore from 'expo-secure-store';

// not behind biometrics: what waits must be sent while the phone lies locked in a pocket
const options: SecureStore.SecureStoreOptions = {
  keychainAccessible: SecureStore.AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY,
};

/** Small secrets (under 2 kB each) in the keychain of iOS or the keystore of Android. */
export const secure = {
  get: (key: string): Promise<string | null> => SecureStore.getItemAsync(key, options),
  set: (key: string, value: string): Promise<void> => SecureStore.setItemAsync(key, value, options),
  remove: (key: string): Promise<void> => SecureStore.deleteItemAsync(key, options),
};
