import 'fake-indexeddb/auto';
import { configure } from '@testing-library/react-native';
import {
  keychain as mockKeychain,
  network as mockNetwork,
  permissions as mockPermissions,
  settings as mockSettings,
} from './phone-state';

// Native modules have nothing to speak to under Jest. What stands in for them here says what a phone would say; a test
// that needs another phone changes `phone-state.ts`.

jest.mock('react-native-mmkv', () => ({
  createMMKV: () => ({
    getString: (key: string) => mockSettings.get(key),
    set: (key: string, value: string) => void mockSettings.set(key, value),
    remove: (key: string) => mockSettings.delete(key),
  }),
}));
jest.mock('expo-secure-store', () => ({
  AFTER_FIRST_UNLOCK: 0,
  AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY: 1,
  getItemAsync: async (key: string) => mockKeychain.get(key)?.value ?? null,
  setItemAsync: async (key: string, value: string, options?: { keychainAccessible?: number }) =>
    void mockKeychain.set(key, { value, accessible: options?.keychainAccessible }),
  deleteItemAsync: async (key: string) => void mockKeychain.delete(key),
}));
jest.mock('expo-crypto', () => {
  const crypto = jest.requireActual<typeof import('node:crypto')>('node:crypto');
  return { randomUUID: () => crypto.randomUUID(), getRandomBytes: (n: number) => crypto.randomBytes(n) };
});
jest.mock('expo-network', () => ({
  addNetworkStateListener: () => ({ remove: () => undefined }),
  useNetworkState: () => mockNetwork,
}));
jest.mock('expo-background-task', () => ({
  getStatusAsync: async () => 1,
  BackgroundTaskStatus: { Available: 2 },
  BackgroundTaskResult: { Success: 1, Failed: 2 },
}));
jest.mock('expo-task-manager', () => ({
  defineTask: () => undefined,
  isTaskRegisteredAsync: async () => false,
}));
jest.mock('expo-notifications', () => ({
  setNotificationHandler: () => undefined,
  useLastNotificationResponse: () => null,
  getPermissionsAsync: async () => ({ granted: false }),
}));
jest.mock('expo-local-authentication', () => ({
  SecurityLevel: { NONE: 0 },
  getEnrolledLevelAsync: async () => 0,
  authenticateAsync: async () => ({ success: false }),
}));
jest.mock('expo-camera', () => ({
  CameraView: () => null,
  Camera: {
    getCameraPermissionsAsync: async () => mockPermissions.camera,
    requestCameraPermissionsAsync: async () => mockPermissions.camera,
  },
}));
jest.mock('expo-location', () => ({
  Accuracy: { High: 4 },
  getForegroundPermissionsAsync: async () => mockPermissions.place,
  requestForegroundPermissionsAsync: async () => mockPermissions.place,
  getCurrentPositionAsync: jest.fn(),
}));

configure({ asyncUtilTimeout: 10_000 });
