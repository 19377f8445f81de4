import { defineRailway, github, group, postgres, preserve, project, redis, service } from 'railway/iac';
import table from '../railway.json' with { type: 'json' };

type Name = keyof typeof table.services;
type Row = (typeof table.services)[Name] & { preDeployCommand?: string };
type Variables = NonNullable<NonNullable<Parameters<typeof service>[1]>['env']>;

const REGION = 'europe-west4-drams3a';
const REPOSITORY = 'vaktplan/vaktplan';
const RESTARTS = 5;
/** The old instance answers on until the new one has been asked for a while. */
const OVERLAP_SECONDS = 20;

/**
 * The installation on Railway: three services, Postgres, Redis, and who knows whose address. `railway config plan` shows
 * what would change, `railway config apply` does it. The figures of each service are in ../railway.json; values that only
 * the operator knows are set once in the dashboard and kept (`preserve`). docs/deploy-railway.md goes through it.
 */
export default defineRailway((context) => {
  const isProduction = context.environment === 'production';
  const database = postgres('Postgres');
  const cache = redis('Redis');
  const source = github(REPOSITORY, { branch: 'main' });

  const deployed = (name: Name, env: Variables) => {
    const row: Row = table.services[name];
    const replicas = isProduction ? row.replicas.production : row.replicas.other;
    return service(name, {
      source,
      build: {
        builder: 'DOCKERFILE',
        dockerfilePath: row.dockerfilePath,
        watchPatterns: row.watchPatterns,
      },
      deploy: {
        healthcheckPath: row.healthcheckPath,
        healthcheckTimeout: row.healthcheckTimeout,
        ...(row.preDeployCommand && { preDeployCommand: [row.preDeployCommand] }),
        restartPolicyType: 'ON_FAILURE',
        restartPolicyMaxRetries: RESTARTS,
        overlapSeconds: OVERLAP_SECONDS,
        // Railway's own default is none: a deploy would kill requests and jobs
        drainingSeconds: row.drainingSeconds,
        limitOverride: { containers: { cpu: row.cpu, memoryBytes: row.memoryMegabytes * 1024 * 1024 } },
      },
      replicas: { [REGION]: replicas },
      // Railway's private network speaks IPv6
      env: {
        NODE_ENV: 'production',
        HOST: '::',
        PORT: String(row.port),
        LOG_LEVEL: 'info',
        RELEASE: '${{RAILWAY_GIT_COMMIT_SHA}}',
        SENTRY_DSN: preserve(),
        ...(context.environment !== undefined && { SENTRY_ENVIRONMENT: context.environment }),
        OTEL_EXPORTER_OTLP_ENDPOINT: preserve(),
        OTEL_EXPORTER_OTLP_HEADERS: preserve(),
        ...env,
      },
    });
  };

  const databaseOf = (role: string, password: string) =>
    `postgres://vaktplan_${role}:${password}@\${{Postgres.PGHOST}}:\${{Postgres.PGPORT}}/\${{Postgres.PGDATABASE}}`;
  const secrets = { AUTH_SECRET: preserve(), ORIGIN_SECRET: preserve() };
  const store = {
    S3_ENDPOINT: preserve(),
    S3_BUCKET: preserve(),
    S3_ACCESS_KEY_ID: preserve(),
    S3_SECRET_ACCESS_KEY: preserve(),
  };
  const mail = { MAILEROO_API_KEY: preserve(), MAIL_FROM: preserve() };
  const shared = { REDIS_URL: cache.env.REDIS_URL, PUBLIC_WEB_URL: preserve() };

  const api = deployed('api', {
    ...shared,
    ...secrets,
    ...store,
    ...mail,
    VAKTPLAN_MODE: 'hosted',
    PUBLIC_API_URL: preserve(),
    TICKET_SECRET: preserve(),
    SERVICE_TOKEN_SECRET: preserve(),
    PIN_SECRET: preserve(),
    // for the migrations before a deploy; the running API never uses the owner
    OWNER_DATABASE_URL: database.env.DATABASE_URL,
    APP_DB_PASSWORD: preserve(),
    AUTH_DB_PASSWORD: preserve(),
    RELAY_DB_PASSWORD: preserve(),
    DATABASE_URL: databaseOf('app', '${{APP_DB_PASSWORD}}'),
    AUTH_DATABASE_URL: databaseOf('auth', '${{AUTH_DB_PASSWORD}}'),
    TRUSTED_PROXIES: 'loopback,uniquelocal',
    DATABASE_REPLICA_URL: preserve(),
    OPERATOR_ORGANIZATIONS: preserve(),
    PUBLIC_WORKER_URL: preserve(),
  });
  const worker = deployed('worker', {
    ...shared,
    ...store,
    ...mail,
    AUTH_SECRET: '${{api.AUTH_SECRET}}',
    SERVICE_TOKEN_SECRET: '${{api.SERVICE_TOKEN_SECRET}}',
    DATABASE_URL: databaseOf('app', '${{api.APP_DB_PASSWORD}}'),
    RELAY_DATABASE_URL: databaseOf('relay', '${{api.RELAY_DB_PASSWORD}}'),
    DATABASE_REPLICA_URL: '${{api.DATABASE_REPLICA_URL}}',
    AUDIT_SECRET: preserve(),
  });
  const web = deployed('web', {
    HOSTNAME: '::',
    API_URL: `http://\${{api.RAILWAY_PRIVATE_DOMAIN}}:${table.services.api.port}`,
    PUBLIC_API_URL: '${{api.PUBLIC_API_URL}}',
    PUBLIC_FILES_URL: '${{api.S3_ENDPOINT}}',
    ORIGIN_SECRET: '${{api.ORIGIN_SECRET}}',
  });

  return project('vaktplan', { resources: [group('Data', [database, cache]), api, worker, web] });
});
