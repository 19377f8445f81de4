import { mailEnv } from '@vaktplan/adapters/mail/choose-mail';
import { storeEnv } from '@vaktplan/adapters/object-store/choose-store';
import { EnvError, parseEnv } from '@vaktplan/platform/env';
import { logLevels } from '@vaktplan/platform/logger';
import { telemetryEnv } from '@vaktplan/platform/telemetry-env';
import * as z from 'zod';

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const secret = z.string().min(32);
const perMinute = z.coerce.number().int().min(1);

/** docs/configuration.md describes these for people. There is no default secret: a start without one fails. */
const Env = z.object({
  DATABASE_URL: z.url().describe('Postgres as the role vaktplan_app'),
  AUTH_DATABASE_URL: z.url().describe('Postgres as the role vaktplan_auth'),
  /** A streaming replica, as the role vaktplan_app: lists, weeks and exports are read from it. */
  DATABASE_REPLICA_URL: z.url().optional(),
  /** `transaction`: the addresses are those of a pooler that hands connections on after each transaction. */
  DATABASE_POOLER: z.enum(['none', 'transaction']).default('none'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  REDIS_URL: z.url().describe('redis://host:6379'),
  AUTH_SECRET: secret.describe('32 or more random characters'),
  TICKET_SECRET: secret.describe('32 or more random characters'),
  SERVICE_TOKEN_SECRET: secret.describe('32 or more random characters'),
  PIN_SECRET: secret.describe('32 or more random characters; with another one every PIN has to be set anew'),
  PUBLIC_WEB_URL: origin.describe('where people open the web app'),
  PUBLIC_API_URL: origin.describe('where browsers reach the socket of this API'),
  /** Comma-separated origins of pages, besides PUBLIC_WEB_URL, that may call with a token: the phone app's web build. */
  APP_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((one) => one.trim() || []))
    .pipe(z.array(origin)),
  VAKTPLAN_MODE: z.enum(['local', 'hosted']).default('hosted'),
  AUTH_PROVIDER: z.enum(['local', 'clerk']).default('local'),
  CLERK_ISSUER: z.url().optional(),
  CLERK_JWT_KEY: z.string().optional(),
  CLERK_WEBHOOK_SIGNING_SECRET: z.string().optional(),
  /** Comma-separated origins whose Clerk tokens are taken; PUBLIC_WEB_URL if unset. */
  CLERK_AUTHORIZED_PARTIES: z.string().optional(),
  MAIL_FROM: z.string().default('Vaktplan <no-reply@vaktplan.test>'),
  ...mailEnv,
  ...storeEnv,
  ...telemetryEnv,
  PUBLIC_FILES_URL: z
    .url()
    .optional()
    .describe('where browsers reach the object store, if not at S3_ENDPOINT'),
  /** What the gateway and the web app show with each request; the API takes no other, save on `/internal` and `/health`. */
  ORIGIN_SECRET: secret.optional(),
  /** Shows Prometheus the metrics from another machine. */
  METRICS_TOKEN: secret.optional(),
  /** Organisations whose owners and admins run the installation: they may open the board of all tenants' queues. */
  OPERATOR_ORGANIZATIONS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.uuid())),
  /** Where an operator's browser reaches the worker's board of queues. */
  PUBLIC_WORKER_URL: origin.optional(),
  /** Whose X-Forwarded-For is believed: addresses, networks, `loopback`, `uniquelocal`, parted by commas. */
  TRUSTED_PROXIES: z.string().default('loopback'),
  /** Requests a minute from one address, signed in or not. */
  RATE_LIMIT_ADDRESS: perMinute.default(1200),
  /** Failed sign-ins within five minutes from one address. */
  RATE_LIMIT_SIGN_IN: perMinute.default(60),
  /** Requests a minute of one organisation. */
  RATE_LIMIT_TENANT: perMinute.default(12_000),
  /** A role that is taken away ends what a socket hears within this time. */
  REALTIME_RECHECK_MS: z.coerce.number().int().min(10).max(60_000).default(45_000),
  /** After SIGTERM it serves on for so long, no longer ready; none in local mode, where nobody sends requests elsewhere. */
  SHUTDOWN_DRAIN_MS: z.coerce.number().int().min(0).max(60_000).optional(),
  /** A second port for our own services, with certificates on both sides; `/internal` is then served there only. */
  INTERNAL_TLS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  INTERNAL_TLS_CERT: z.string().optional(),
  INTERNAL_TLS_KEY: z.string().optional(),
  INTERNAL_TLS_CA: z.string().optional(),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  LOG_LEVEL: z.enum(logLevels).default('info'),
});
export type Env = z.output<typeof Env>;

/**
 * The settings of this process. In production on the internet the API must know its gateway.
 * @throws EnvError naming every missing or wrong variable
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const env = parseEnv(Env, source);
  if (source.NODE_ENV === 'production' && env.VAKTPLAN_MODE === 'hosted' && !env.ORIGIN_SECRET) {
    const missing = 'is not set (32 or more random characters, the same in gateway, web and api)';
    throw new EnvError(new Map([['ORIGIN_SECRET', missing]]));
  }
  return env;
}
