import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from './say.mjs';

const AUTHORITY_DAYS = 3650;
const DAYS = 397;

/** @param {string[]} args @param {string} folder */
function openssl(args, folder) {
  const ran = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  if (ran.error)
    throw new PlainError('openssl is missing: install it (for example "apt-get install openssl").');
  if (ran.status !== 0) throw new PlainError(`openssl ${args[0]} failed:\n${ran.stderr}`);
}

/**
 * Makes, in `folder`: an authority (`ca.crt`, `ca.key`) unless there is one, a certificate for the server (`server.crt`,
 * `server.key`) good for `hosts`, and one for each service that calls it (`<service>.crt`), whose name it bears.
 * @param {string} folder
 * @param {{ hosts: string[], services: string[] }} wanted names and addresses of the server; names of its callers
 */
export function makeCertificates(folder, { hosts, services }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(path.join(folder, 'ca.key'))) {
    const files = ['-keyout', 'ca.key', '-out', 'ca.crt'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];
    const asAuthority = [
      '-addext',
      'basicConstraints=critical,CA:TRUE',
      '-addext',
      'keyUsage=critical,keyCertSign',
    ];
    const subject = ['-subj', '/CN=Vaktplan internal', '-days', String(AUTHORITY_DAYS)];
    openssl(['req', '-x509', ...kind, ...files, ...subject, ...asAuthority], folder);
  }
  const names = hosts.map((host) => `${/^[\d.:]+$/.test(host) ? 'IP' : 'DNS'}:${host}`);
  issue(folder, 'server', `extendedKeyUsage=serverAuth\nsubjectAltName=${names.join(',')}`);
  for (const service of services) issue(folder, service, 'extendedKeyUsage=clientAuth');
}

/** @param {string} folder @param {string} name @param {string} extensions */
function issue(folder, name, extensions) {
  if (!/^[a-z][a-z-]*$/.test(name)) throw new PlainError(`${name} is no name of a service.`);
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];
  openssl(
    ['req', '-new', ...kind, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`],
    folder,
  );
  const file = path.join(folder, `${name}.ext`);
  writeFileSync(
    file,
    `basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n${extensions}\n`,
  );
  const signing = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', String(DAYS)];
  openssl(
    ['x509', '-req', '-in', `${name}.csr`, '-out', `${name}.crt`, ...signing, '-extfile', `${name}.ext`],
    folder,
  );
  for (const ending of ['csr', 'ext']) rmSync(path.join(folder, `${name}.${ending}`));
}
