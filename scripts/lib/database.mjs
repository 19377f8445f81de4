import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureLoginRoles, runMigrations } from '../../packages/db/src/migrate.ts';
import { hasEnded, spawnBound, stopChild } from './child.mjs';
import { connectTo } from './local-servers.mjs';
import { step } from './say.mjs';

/**
 * Brings the schema up to date and lets the product's three roles log in.
 * @param {string} adminUrl
 * @param {import('./secrets.mjs').LocalSecrets} secrets
 */
export async function migrate(adminUrl, secrets) {
  const client = await connectTo(adminUrl);
  await client.end();
  await runMigrations(adminUrl);
  await ensureLoginRoles(adminUrl, {
    app: secrets.APP_PASSWORD,
    auth: secrets.AUTH_PASSWORD,
    relay: secrets.RELAY_PASSWORD,
  });
}

/**
 * Fills a new database with the demo organisation, once per database.
 * @param {object} options
 * @param {string} options.root of the repository
 * @param {string} options.adminUrl
 * @param {string} options.dataDir
 * @param {NodeJS.ProcessEnv} options.env of the seed
 * @param {(() => unknown)[]} options.undo gets an action that ends a seed that is still running
 */
export async function seedOnce({ root, adminUrl, dataDir, env, undo }) {
  const marker = path.join(dataDir, 'seeded');
  const identity = await databaseIdentity(adminUrl);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === identity) return;
  await step('Seeding the demo organisation', () => runSeed(root, env, undo));
  writeFileSync(marker, identity);
}

/** Tells a new database from an old one at the same address. @param {string} adminUrl */
async function databaseIdentity(adminUrl) {
  const client = await connectTo(adminUrl);
  const { rows } = await client.query(
    'select system_identifier, oid from pg_control_system(), pg_database where datname = current_database()',
  );
  await client.end();
  return `${rows[0].system_identifier}/${rows[0].oid}`;
}

/** @param {string} root @param {NodeJS.ProcessEnv} env @param {(() => unknown)[]} undo @returns {Promise<void>} */
function runSeed(root, env, undo) {
  const seed = path.join(root, 'packages/core/src/seed/cli.ts');
  const scenario = env.VAKTPLAN_SEED || 'cafe';
  const child = spawnBound(process.execPath, [seed, scenario], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  undo.push(() => (hasEnded(child) ? undefined : stopChild(child)));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The seed failed:\n${output}`)),
    );
  });
}
