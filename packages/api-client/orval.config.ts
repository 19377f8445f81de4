import { defineConfig } from 'orval';

/** One function a route, and the types of what it takes and gives. */
export default defineConfig({
  api: {
    input: '../../apps/api/openapi.json',
    output: {
      target: 'src/generated/api.ts',
      client: 'fetch',
      mode: 'single',
      clean: true,
      override: {
        mutator: { path: 'src/request.ts', name: 'request' },
        fetch: { includeHttpResponseReturnType: false },
      },
    },
  },
});
