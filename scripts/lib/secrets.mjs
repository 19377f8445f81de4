import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const names = /** @type {const} */ ([
  'AUTH_SECRET',
  'TICKET_SECRET',
  'SERVICE_TOKEN_SECRET',
  'PIN_SECRET',
  'FILES_SECRET',
  'POSTGRES_PASSWORD',
  'APP_PASSWORD',
  'AUTH_PASSWORD',
  'RELAY_PASSWORD',
]);
/** @typedef {Record<(typeof names)[number], string>} LocalSecrets */

/**
 * The secrets of this local installation, made once and kept readable by its owner only. Names that a newer version adds
 * are made on the next start; the others stay, so sessions survive.
 * @param {string} dataDir
 * @returns {LocalSecrets}
 */
export function localSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secrets = /** @type {LocalSecrets} */ (
    Object.fromEntries(names.map((name) => [name, kept[name] ?? randomBytes(32).toString('hex')]))
  );
  if (names.some((name) => kept[name] === undefined)) {
    const partial = `${file}.${process.pid}`;
    writeFileSync(partial, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(partial, file);
  }
  return secrets;
}
