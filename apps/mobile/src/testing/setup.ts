import 'fake-indexeddb/auto';
import { configure } from '@testing-library/react-native';

// MMKV keeps to its memory under Jest, but what it is built on asks for the native module when it is imported
jest.mock('react-native-nitro-modules', () => ({ NitroModules: { createHybridObject: () => ({}) } }));

configure({ asyncUtilTimeout: 10_000 });
