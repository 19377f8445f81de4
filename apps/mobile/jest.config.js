/** Components and screens. What is pure (src/sync) is tested by the root's vitest. @type {import('jest').Config} */
module.exports = {
  preset: 'jest-expo',
  testMatch: ['<rootDir>/src/**/*.spec.ts?(x)'],
  // a cold cache on a busy machine: the first render takes more than the usual five seconds
  testTimeout: 30_000,
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^#auth-impl$': '<rootDir>/src/auth/impl.local.tsx',
    '^expo-sqlite$': '<rootDir>/src/testing/expo-sqlite.ts',
  },
};
