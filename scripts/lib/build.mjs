import { hasEnded, spawnBound, stopChild } from './child.mjs';
import { explainFailure } from './explain.mjs';
import { PlainError } from './say.mjs';

/**
 * Builds web, api and worker through turbo, which skips what has not changed. The build's output is shown when it fails.
 * @param {string} root
 * @param {(() => unknown)[]} undo gets an action that ends a build that is still running
 * @returns {Promise<void>}
 */
export function buildApps(root, undo) {
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawnBound('turbo', ['run', 'build', '--output-logs=errors-only', '--no-color'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  undo.push(() => (hasEnded(child) ? undefined : stopChild(child)));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      reject(new PlainError(explainFailure(output, root) ?? `The build failed:\n${output}`));
    });
  });
}
