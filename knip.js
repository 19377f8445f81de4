import { readFileSync } from 'node:fs';

/** @param {string} folder @returns {string[]} */
const dependenciesOf = (folder) =>
  Object.keys(
    JSON.parse(readFileSync(new URL(`${folder}/package.json`, import.meta.url), 'utf8')).dependencies ?? {},
  );

// api and worker carry our packages inside their bundle, so what those import from npm must be found from the app.
const bundled = ['adapters', 'contracts', 'core', 'db', 'platform'].flatMap((name) =>
  dependenciesOf(`packages/${name}`),
);
// of i18n they carry what notifications are said with
const ofBundle = [...new Set([...bundled, 'icu-minify'])].filter((name) => !name.startsWith('@vaktplan/'));

export default {
  // a schema and its type leave contracts as a pair, used or not
  exclude: ['types'],
  ignoreExportsUsedInFile: true,
  workspaces: {
    '.': {
      entry: ['scripts/*.mjs', 'scripts/gates/*.mjs', 'scripts/**/*.test.ts'],
      project: ['scripts/**/*.{mjs,ts}'],
      ignoreBinaries: ['apt-get', 'buildah', 'dpkg', 'drizzle-kit', 'mmdebstrap', 'openssl', 'ps', 'setpriv'],
    },
    'apps/{api,worker}': {
      // the second is for operators
      entry: ['src/main.ts', 'src/verify-audit.ts', 'src/**/*.test.ts'],
      project: ['src/**/*.ts'],
      ignoreDependencies: ofBundle,
      // Debian's, where they are
      ignoreBinaries: ['openssl', 'prometheus', 'promtool'],
    },
    trials: { entry: ['*.trial.ts', 'build.ts'], project: ['*.ts'], ignoreBinaries: ['prlimit'] },
    bench: { entry: ['run.mjs', 'src/floors/*.ts'], project: ['**/*.{mjs,ts}'] },
    'apps/mobile': {
      // expo-router takes every file of src/app; metro.config.js chooses between the two ways to sign in
      entry: [
        'src/entry.ts',
        'src/app/**/*.tsx',
        'src/auth/impl.*.tsx',
        'src/**/*.web.{ts,tsx}',
        'src/**/*.{test,spec}.{ts,tsx}',
        'src/testing/*.ts',
        'app.config.ts',
        'metro.config.js',
        'jest.config.js',
      ],
      project: ['src/**/*.{ts,tsx}'],
      // what Babel writes into the code
      ignoreDependencies: ['@babel/runtime'],
      paths: { '#auth-impl': ['./src/auth/impl.local.tsx'] },
    },
    'apps/web': { project: ['src/**/*.{ts,tsx,css}'] },
    // a component library may offer more than today's screens take
    'packages/ui': { entry: ['src/**/*.test.{ts,tsx}'], project: ['src/**/*.{ts,tsx}'] },
    'packages/api-client': { project: ['src/index.ts'] },
    'packages/*': {
      entry: ['src/**/*.test.{ts,tsx}'],
      project: ['src/**/*.{ts,tsx}'],
      includeEntryExports: true,
    },
  },
};
