const { transformIgnorePatterns } = require('jest-expo/jest-preset');

// those of our dependencies that are modules only
const modules = [
  'use-intl',
  'intl-messageformat',
  'icu-minify',
  '@formatjs',
  '@schummar',
  'uuid',
  'temporal-polyfill',
];

/** Components and screens. What is pure is tested by the root's vitest (`*.test.ts`). @type {import('jest').Config} */
module.exports = {
  preset: 'jest-expo',
  testMatch: ['<rootDir>/src/**/*.spec.ts?(x)'],
  transformIgnorePatterns: transformIgnorePatterns.map((pattern) =>
    pattern.replace('(?!(', `(?!(${modules.join('|')}|`),
  ),
  // a cold cache on a busy machine: the first render takes more than the usual five seconds
  testTimeout: 30_000,
  // Clerk renews tokens for as long as there is a process
  forceExit: true,
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^#auth-impl$': '<rootDir>/src/auth/impl.local.tsx',
    '^expo-sqlite$': '<rootDir>/src/testing/expo-sqlite.ts',
  },
};
