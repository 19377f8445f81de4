import { defineConfig } from 'rolldown';

// One file, as Cloudflare and workerd take it; only what the platform itself provides stays outside.
export default defineConfig({
  input: 'src/index.ts',
  platform: 'browser',
  tsconfig: './tsconfig.json',
  external: [/^cloudflare:/],
  output: { file: 'dist/index.js', format: 'esm', sourcemap: true },
});
