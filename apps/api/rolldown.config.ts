import { defineConfig } from 'rolldown';

// Our own packages are TypeScript sources and go into the bundle; everything from npm stays outside.
const bundled = /^(@vaktplan|@oxc-project\/runtime)\//;

export default defineConfig({
  input: {
    main: 'src/main.ts',
    // run before a deploy, from the API's image
    migrate: '../../packages/db/src/migrate.ts',
    'file-thread': 'src/exports/file-thread.ts',
    'write-openapi': 'src/write-openapi.ts',
  },
  platform: 'node',
  tsconfig: './tsconfig.json',
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !bundled.test(id),
  output: {
    dir: 'dist',
    format: 'esm',
    sourcemap: true,
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
});
