import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { urlForRole } from './local-servers.mjs';

/**
 * What each service of a local start is run with; docs/configuration.md describes the variables.
 * @param {object} start
 * @param {string} start.root of the repository
 * @param {string} start.dataDir
 * @param {{ web: number, api: number, worker: number, files: number }} start.ports
 * @param {string} start.adminUrl
 * @param {string} start.redisUrl
 * @param {import('./secrets.mjs').LocalSecrets} start.secrets
 */
export function serviceSpecs({ root, dataDir, ports, adminUrl, redisUrl, secrets }) {
  const mailDir = path.join(dataDir, 'mail');
  mkdirSync(mailDir, { recursive: true });
  const host = '127.0.0.1';
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const origin = { web: `http://localhost:${ports.web}`, api: `http://localhost:${ports.api}` };
  const { DATABASE_URL: _owner, ...inherited } = process.env;
  const store = localStore(ports.files, secrets);
  const common = {
    ...inherited,
    NODE_ENV: 'production',
    VAKTPLAN_MODE: 'local',
    RELEASE: process.env.RELEASE ?? version,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    HOST: host,
    PUBLIC_WEB_URL: origin.web,
    PUBLIC_API_URL: origin.api,
    PUBLIC_WORKER_URL: `http://localhost:${ports.worker}`,
    API_URL: `http://${host}:${ports.api}`,
    MAIL_DIR: mailDir,
    PUSH_DIR: process.env.PUSH_DIR ?? path.join(mailDir, '..', 'push'),
    ...store.env,
  };
  const backend = {
    REDIS_URL: redisUrl,
    AUTH_SECRET: secrets.AUTH_SECRET,
    TICKET_SECRET: secrets.TICKET_SECRET,
    SERVICE_TOKEN_SECRET: secrets.SERVICE_TOKEN_SECRET,
    PIN_SECRET: secrets.PIN_SECRET,
    DATABASE_URL: urlForRole(adminUrl, 'vaktplan_app', secrets.APP_PASSWORD),
    AUTH_DATABASE_URL: urlForRole(adminUrl, 'vaktplan_auth', secrets.AUTH_PASSWORD),
  };
  const bundle = ['--enable-source-maps', 'dist/main.js'];
  const next = ['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', String(ports.web)];
  /** @param {number} port @param {string} page */
  const at = (port, page) => `http://${host}:${port}${page}`;
  /** @type {import('./service.mjs').ServiceSpec[]} */
  const services = [
    {
      name: 'api',
      cwd: path.join(root, 'apps/api'),
      args: bundle,
      env: { ...common, ...backend, PORT: String(ports.api) },
      readyUrl: at(ports.api, '/health/ready'),
    },
    {
      name: 'worker',
      cwd: path.join(root, 'apps/worker'),
      args: bundle,
      env: {
        ...common,
        ...backend,
        RELAY_DATABASE_URL: urlForRole(adminUrl, 'vaktplan_relay', secrets.RELAY_PASSWORD),
        PORT: String(ports.worker),
      },
      readyUrl: at(ports.worker, '/health/ready'),
    },
    {
      name: 'web',
      cwd: path.join(root, 'apps/web'),
      args: next,
      env: { ...common, PORT: String(ports.web) },
      readyUrl: at(ports.web, '/'),
    },
  ];
  if (store.isOurs) {
    services.push({
      name: 'files',
      cwd: path.join(root, 'packages/adapters'),
      args: ['src/object-store/local-s3/main.ts'],
      env: { ...common, FILES_DIR: path.join(dataDir, 'files'), PORT: String(ports.files) },
      readyUrl: at(ports.files, '/health'),
    });
  }
  return { services, origin };
}

/**
 * The object store of the environment, or one of our own beside the services.
 * @param {number} port
 * @param {import('./secrets.mjs').LocalSecrets} secrets
 */
function localStore(port, secrets) {
  if (process.env.S3_ENDPOINT) return { isOurs: false, env: {} };
  const address = `http://localhost:${port}`;
  return {
    isOurs: true,
    env: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      PUBLIC_FILES_URL: address,
      S3_BUCKET: 'vaktplan',
      S3_ACCESS_KEY_ID: 'local',
      S3_SECRET_ACCESS_KEY: secrets.FILES_SECRET,
    },
  };
}
