import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { UserActor } from '@vaktplan/core/context/ctx';
import type { ErrorReports } from '@vaktplan/platform/error-reports';
import { whenReady } from '@vaktplan/platform/redis';
import type { Tracing } from '@vaktplan/platform/tracing';
import { FakeClock } from '@vaktplan/testing/db-test';
import type { TestDatabase } from '@vaktplan/testing/test-database';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { JWTPayload } from 'jose';
import { createApp } from '../create-app.ts';
import { closeServices, createServices, type Services } from '../services.ts';
import { goodClaims, openSession } from './sign-in.ts';
import { testEnv } from './test-env.ts';
import { startTestFiles } from './test-files.ts';

export type Signed = {
  token: string;
  sessionId: string;
  /** Sends as this person. A payload goes out as JSON. */
  inject: (options: InjectOptions) => Promise<LightMyRequestResponse>;
};

export type TestApp = {
  nest: NestFastifyApplication;
  services: Services;
  /** Signs claims as our own sign-in does. */
  sign: (claims: JWTPayload) => Promise<string>;
  /** What verbs take for now; tokens and sessions go by the real time. */
  clock: FakeClock;
  /** Sends as nobody. */
  inject: (options: InjectOptions) => Promise<LightMyRequestResponse>;
  /** Signs an actor of `make.user` in and gives a way to send as them. */
  as: (actor: UserActor, organizationId: string) => Promise<Signed>;
  close: () => Promise<void>;
};

export type TestAppOptions = {
  env?: Readonly<Record<string, string>>;
  tracing?: Tracing;
  errors?: ErrorReports;
};

/** The real application on a test database; its answers are held to their contracts. Not listening: use `inject`. */
export async function createTestApp(database: TestDatabase, options: TestAppOptions = {}): Promise<TestApp> {
  const mailDir = mkdtempSync(path.join(tmpdir(), 'vaktplan-mail-'));
  const clock = new FakeClock();
  const files = await startTestFiles();
  const env = testEnv(database, mailDir, { ...files.env, ...options.env });
  const services = createServices(env, { now: clock.now, tracing: options.tracing, errors: options.errors });
  const app = await createApp(services, { strictAnswers: true });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await whenReady(services.redis, 5000);
  const sign = async (payload: JWTPayload): Promise<string> => {
    if (!services.auth) throw new Error('another issuer signs the tokens here');
    return (await services.auth.api.signJWT({ body: { payload } })).token;
  };
  const inject = (request: InjectOptions): Promise<LightMyRequestResponse> => app.inject(request);

  return {
    nest: app,
    services,
    sign,
    clock,
    inject,
    async as(actor, organizationId) {
      const sessionId = await openSession(database.url.auth, actor, organizationId);
      const token = await sign(goodClaims(actor, sessionId, organizationId));
      const authorization = `Bearer ${token}`;
      return {
        token,
        sessionId,
        inject: (request) => inject({ ...request, headers: { authorization, ...request.headers } }),
      };
    },
    async close() {
      await app.close();
      await closeServices(services);
      await files.close();
      rmSync(mailDir, { recursive: true, force: true });
    },
  };
}
