import type { MailTransport } from '@vaktplan/adapters/mail/mail-message';
import * as tables from '@vaktplan/db/schema';
import type { Logger } from '@vaktplan/platform/logger';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { bearer, jwt, twoFactor } from 'better-auth/plugins';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Env } from '../env.ts';
import { organizationOf } from './organization-of.ts';
import { passwords } from './passwords.ts';
import { resetMail } from './reset-mail.ts';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from './verifier.ts';

export type Auth = ReturnType<typeof createAuth>;
export type AuthParts = { env: Env; authPool: pg.Pool; log: Logger; sendMail: MailTransport };

/** The address that requests come in with; set by us from the connection, never taken from the caller. */
export const ADDRESS_HEADER = 'x-vaktplan-address';

const schema = {
  user: tables.users,
  session: tables.sessions,
  account: tables.accounts,
  verification: tables.verifications,
  jwks: tables.jwks,
  twoFactor: tables.twoFactors,
};
const DAY = 86_400;

/** On one's own machine the page may be open as localhost or as 127.0.0.1. */
const trustedOrigins = ({ PUBLIC_WEB_URL, APP_ORIGINS, VAKTPLAN_MODE }: Env): string[] => [
  PUBLIC_WEB_URL,
  ...(VAKTPLAN_MODE === 'local' ? [PUBLIC_WEB_URL.replace('//localhost', '//127.0.0.1')] : []),
  ...APP_ORIGINS,
  // the phone app names itself by its scheme
  'vaktplan://',
];

const issueTokens = (authPool: pg.Pool) =>
  jwt({
    disableSettingJwtHeader: true,
    jwks: { keyPairConfig: { alg: 'EdDSA', crv: 'Ed25519' } },
    jwt: {
      issuer: LOCAL_ISSUER,
      audience: LOCAL_AUDIENCE,
      expirationTime: '5m',
      definePayload: async ({ user, session }) => {
        const id = await organizationOf(authPool, user.id, session['activeOrganizationId'] as string | null);
        return { sid: session.id, ...(id && { o: { id } }) };
      },
    },
  });

/** Sign-in with e-mail and password on our own tables, and the issuer of our tokens. */
export function createAuth({ env, authPool, log, sendMail }: AuthParts) {
  const tell = { error: 'error', warn: 'info', info: 'debug', debug: 'trace' } as const;
  return betterAuth({
    appName: 'Vaktplan',
    baseURL: env.PUBLIC_WEB_URL,
    basePath: '/auth',
    secret: env.AUTH_SECRET,
    telemetry: { enabled: false },
    // what is not a refusal goes to our own filter
    onAPIError: { throw: true },
    logger: {
      level: 'warn',
      // arguments may hold what was typed: only the sentence is kept
      log: (level, message) =>
        log[tell[level as keyof typeof tell] ?? 'info']({ component: 'auth' }, message),
    },
    trustedOrigins: trustedOrigins(env),
    // our own limits count by account and address, in Redis
    rateLimit: { enabled: false },
    database: drizzleAdapter(drizzle({ client: authPool }), { provider: 'pg', schema }),
    advanced: {
      cookiePrefix: 'vaktplan',
      // better-auth switches it off by itself under NODE_ENV=test
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    session: {
      expiresIn: 30 * DAY,
      updateAge: DAY,
      additionalFields: { activeOrganizationId: { type: 'string', required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: {
              ...session,
              activeOrganizationId: (await organizationOf(authPool, session.userId)) ?? null,
            },
          }),
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: passwords,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      // not awaited: the answer must not tell by its time whether there is such an account
      sendResetPassword: async ({ user, token }) => {
        const to = { address: user.email, name: user.name };
        const message = resetMail({ from: env.MAIL_FROM, to, webUrl: env.PUBLIC_WEB_URL, token });
        sendMail(message).catch((err: unknown) => log.error({ err }, 'the reset mail could not be sent'));
      },
    },
    plugins: [bearer(), issueTokens(authPool), twoFactor({ issuer: 'Vaktplan' })],
  });
}
