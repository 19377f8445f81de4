import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { urlForRole } from './local-servers.mjs';

/**
 * What each service of a local start is run with; docs/configuration.md describes the variables.
 * @param {object} start
 * @param {string} start.root of the repository
 * @param {string} start.dataDir
 * @param {{ web: number, api: number, worker: number }} start.ports
 * @param {string} start.adminUrl
 * @param {string} start.redisUrl
 * @param {import('./secrets.mjs').LocalSecrets} start.secrets
 */
export function serviceSpecs({ root, dataDir, ports, adminUrl, redisUrl, secrets }) {
  const mailDir = path.join(dataDir, 'mail');
  mkdirSync(mailDir, { recursive: true });
  const host = '127.0.0.1';
  const origin = { web: `http://localhost:${ports.web}`, api: `http://localhost:${ports.api}` };
  const { DATABASE_URL: _owner, ...inherited } = process.env;
  const common = {
    ...inherited,
    NODE_ENV: 'production',
    VAKTPLAN_MODE: 'local',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    HOST: host,
    PUBLIC_WEB_URL: origin.web,
    PUBLIC_API_URL: origin.api,
    API_URL: `http://${host}:${ports.api}`,
    MAIL_DIR: mailDir,
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
  return { services, origin };
}
