import { expect, test } from 'vitest';
import { explainFailure } from './explain.mjs';

test.each([
  ['npm error code ENOSPC\nnpm error nospc no space left on device', /disk that holds \/app is full/],
  ['EACCES: permission denied, mkdir', /No permission to write in \/app/],
  ["EROFS: read-only file system, open 'x'", /No permission to write/],
  ['npm error code ENOTFOUND registry.npmjs.org', /registry cannot be reached/],
  ['ERR_PNPM_META_FETCH_FAIL GET https://registry.npmjs.org/x', /registry cannot be reached/],
])('%s gets its sentence', (output, sentence) => {
  expect(explainFailure(output, '/app')).toMatch(sentence);
});

test('an unknown failure has no sentence, so that its own output is shown', () => {
  expect(explainFailure('ERR_PNPM_OUTDATED_LOCKFILE', '/app')).toBeNull();
});
