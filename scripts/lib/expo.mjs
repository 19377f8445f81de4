import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const phone = path.resolve(import.meta.dirname, '../../apps/mobile');

/**
 * One command of the Expo CLI for the phone app, without network and without questions. Metro keeps what it has
 * transformed in the folder for temporary files, so that a second build with the same settings is quick.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [how]
 * @returns {string} its output
 * @throws with the output when it failed
 */
export function expo(args, { cwd = phone, env = {} } = {}) {
  const run = spawnSync(process.execPath, [path.join(phone, 'node_modules/expo/bin/cli'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, EXPO_OFFLINE: '1', EXPO_NO_TELEMETRY: '1', CI: '1', ...env },
  });
  if (run.error) throw run.error;
  const output = run.stdout + run.stderr;
  if (run.status !== 0) throw new Error(`expo ${args.join(' ')} ended with ${run.status}:\n${output}`);
  return output;
}
