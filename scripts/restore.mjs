// `npm run restore -- <backup> <new data folder> [<archive of the log>]`: restores into a cluster of its own, counts its rows, compares
// its events with their chain, says how long it took, and leaves the cluster stopped.
import path from 'node:path';
import { checkChains, countRows } from './lib/check-cluster.mjs';
import { freePort } from './lib/ports.mjs';
import { restoreCluster } from './lib/restore-cluster.mjs';
import { PlainError, reportError } from './lib/say.mjs';

const [backup, dataDir, archive] = process.argv.slice(2).map((name) => path.resolve(name));
const database = process.env.DATABASE_NAME ?? 'vaktplan';

try {
  if (!backup || !dataDir) {
    throw new PlainError(
      'Say from where and to where: npm run restore -- <backup> <new data folder> [<archive>]',
    );
  }
  const started = performance.now();
  const server = await restoreCluster({ backup, dataDir, archive, port: await freePort() });
  try {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`Takes writes after ${seconds} s (RTO without fetching the backup).`);
    const counts = Object.entries(await countRows(server.url(database)));
    for (const [table, count] of counts.filter(([, rows]) => rows > 0)) console.log(`  ${table} ${count}`);
    const chains = checkChains(server.url(database), process.env.AUDIT_SECRET);
    console.log(`${chains.checked} chained events of ${chains.organizations} organisations compared.`);
    if (chains.broken.length > 0)
      throw new PlainError(`The audit trail is broken:\n${chains.broken.join('\n')}`);
  } finally {
    await server.stop();
  }
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
