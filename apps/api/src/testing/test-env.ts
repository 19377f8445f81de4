import type { TestDatabase } from '@vaktplan/testing/test-database';
import { readEnv, type Env } from '../env.ts';

/** The environment of an application under test: its own database, the run's Redis. */
export const testEnv = (
  database: TestDatabase,
  mailDir: string,
  changes: Readonly<Record<string, string>> = {},
): Env =>
  readEnv({
    DATABASE_URL: database.url.app,
    AUTH_DATABASE_URL: database.url.auth,
    REDIS_URL: process.env.TEST_REDIS_URL,
    AUTH_SECRET: 'auth-secret-of-the-tests-0123456789abcdef',
    TICKET_SECRET: 'ticket-secret-of-the-tests-0123456789abcdef',
    SERVICE_TOKEN_SECRET: 'service-secret-of-the-tests-0123456789abcdef',
    PIN_SECRET: 'pin-secret-of-the-tests-0123456789abcdef',
    PUBLIC_WEB_URL: 'http://web.test',
    PUBLIC_API_URL: 'http://api.test',
    MAIL_DIR: mailDir,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    RATE_LIMIT_ADDRESS: '1000000',
    RATE_LIMIT_SIGN_IN: '1000000',
    RATE_LIMIT_TENANT: '1000000',
    ...changes,
  });
