// Entry of `npm start`, `npm test` and `npm run bench`. It may be run by any Node, so it imports nothing before the check.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(
    `Vaktplan needs Node 20 or newer and this is ${process.version}: get it from https://nodejs.org.`,
  );
  process.exit(1);
}
const { prepareAndRun } = await import('./lib/prepare.mjs');
process.exitCode = await prepareAndRun(process.argv.slice(2));
