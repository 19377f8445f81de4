import { readdirSync } from 'node:fs';
import { defineConfig } from 'rolldown';

// Our own packages are TypeScript sources and go into the bundle; everything from npm stays outside.
const bundled = /^(@vaktplan|@oxc-project\/runtime)\//;

// what the database must have before this build serves: packages/db/src/schema-check.ts
const latest = readdirSync(new URL('../../packages/db/migrations', import.meta.url))
  .filter((name) => /^\d+_/.test(name))
  .toSorted()
  .at(-1);

export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  tsconfig: './tsconfig.json',
  transform: { define: { LATEST_MIGRATION: JSON.stringify(latest) } },
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
