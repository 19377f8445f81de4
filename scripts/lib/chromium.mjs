import { spawnSync } from 'node:child_process';
import { installDebianPackages } from './apt.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macOs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** @param {string} binary */
const runs = (binary) => spawnSync(binary, ['--version'], { stdio: 'ignore' }).status === 0;

/** @returns {string | null} a path that can be launched */
export function findChromium() {
  const candidates = [process.env.CHROMIUM, ...names, macOs].filter(
    (name) => name !== undefined && name !== '',
  );
  const binary = candidates.find((name) => runs(String(name)));
  if (!binary) return null;
  const located = spawnSync('sh', ['-c', `command -v "${binary}"`], { encoding: 'utf8' }).stdout.trim();
  return located || binary;
}

/**
 * A browser for the journeys: the machine's own, else Debian's when we may install it.
 * @returns {{ browser: string } | { missing: string }}
 */
export function obtainChromium() {
  const found = findChromium();
  if (found) return { browser: found };
  const problem = installDebianPackages(['chromium']);
  const installed = problem ? null : findChromium();
  return installed
    ? { browser: installed }
    : { missing: `no Chromium here (${problem ?? 'it does not run'}); set CHROMIUM` };
}
