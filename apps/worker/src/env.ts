import { mailEnv } from '@vaktplan/adapters/mail/choose-mail';
import { pushEnv } from '@vaktplan/adapters/push/choose-push';
import { storeEnv } from '@vaktplan/adapters/object-store/choose-store';
import { DEFAULT_RETENTION } from '@vaktplan/core/housekeeping/retention';
import { parseEnv } from '@vaktplan/platform/env';
import { logLevels } from '@vaktplan/platform/logger';
import { telemetryEnv } from '@vaktplan/platform/telemetry-env';
import * as z from 'zod';

const days = z.coerce.number().int().min(1).max(3650);

/** docs/configuration.md describes these for people. There is no default secret: a start without one fails. */
const Env = z.object({
  DATABASE_URL: z.url().describe('Postgres as the role vaktplan_app'),
  RELAY_DATABASE_URL: z.url().describe('Postgres as the role vaktplan_relay'),
  /** Set where the API reads from a replica: it is told what the worker writes. */
  DATABASE_REPLICA_URL: z.url().optional(),
  DATABASE_POOLER: z.enum(['none', 'transaction']).default('none'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  REDIS_URL: z.url().describe('redis://host:6379'),
  AUTH_SECRET: z.string().min(32).describe('32 or more random characters, the same as the API has'),
  PUBLIC_WEB_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .describe('where people open the web app'),
  /** Without one the chain over the events is made with a key that everybody knows: the database's owner could make it anew. */
  AUDIT_SECRET: z.string().default('vaktplan'),
  EVENT_RETENTION_MONTHS: z.coerce.number().int().min(0).max(1200).default(DEFAULT_RETENTION.eventMonths),
  NOTIFICATION_RETENTION_DAYS: days.default(DEFAULT_RETENTION.notificationDays),
  /** The product promises a day. */
  IDEMPOTENCY_RETENTION_HOURS: z.coerce.number().int().min(24).max(720).default(DEFAULT_RETENTION.keyHours),
  /** Redis may ask for a day again. */
  JOB_RUN_RETENTION_DAYS: days.min(2).default(DEFAULT_RETENTION.jobRunDays),
  /** The same as the API has: opens the board of queues to whom the API sends. Without it there is none. */
  SERVICE_TOKEN_SECRET: z.string().min(32).optional(),
  MAIL_FROM: z.string().default('Vaktplan <no-reply@vaktplan.test>'),
  ...mailEnv,
  ...pushEnv,
  ...storeEnv,
  ...telemetryEnv,
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3002),
  LOG_LEVEL: z.enum(logLevels).default('info'),
});
export type Env = z.output<typeof Env>;

/** The settings of this process. @throws EnvError naming every missing or wrong variable */
export const readEnv = (source: Readonly<Record<string, string | undefined>>): Env => parseEnv(Env, source);
