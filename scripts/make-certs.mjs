// `node scripts/make-certs.mjs <folder> <host>[,<host>...] <service> [<service>...]`: the certificates of docs/service-trust.md.
import { makeCertificates } from './lib/certificates.mjs';
import { reportError } from './lib/say.mjs';

const [folder, hosts, ...services] = process.argv.slice(2);
if (!folder || !hosts || services.length === 0) {
  console.error('node scripts/make-certs.mjs <folder> <host>[,<host>...] <service> [<service>...]');
  process.exit(1);
}
try {
  makeCertificates(folder, { hosts: hosts.split(','), services });
  console.log(`${folder} holds ca.crt, server.crt and ${services.map((name) => `${name}.crt`).join(', ')}.`);
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
