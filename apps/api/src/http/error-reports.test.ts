import type { UserActor } from '@vaktplan/core/context/ctx';
import { createPool } from '@vaktplan/db/database';
import { startErrorReports } from '@vaktplan/platform/error-reports';
import { startSentryServer } from '@vaktplan/testing/sentry-server';
import { expect } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

httpTest(
  'a fault of ours is told to Sentry by its ids; what people did wrong is not',
  async ({ testDatabase, ctx, make }) => {
    const sentry = await startSentryServer();
    const errors = await startErrorReports({
      service: 'api',
      SENTRY_DSN: sentry.dsn,
      SENTRY_ENVIRONMENT: 'test',
      RELEASE: 'r1',
    });
    if (!errors) throw new Error('nobody is told');
    const app = await createTestApp(testDatabase, { errors });
    const owner = await app.as(ctx.actor as UserActor, ctx.orgId);
    const departmentIds = [await make.department(await make.location())];
    const payload = { name: 'Kari Nordmann', email: 'kari@example.org', departmentIds };
    const create = (body: object) =>
      owner.inject({ method: 'POST', url: '/api/v1/employees', payload: body });
    expect((await create({ ...payload, departmentIds: [] })).statusCode).toBe(400);
    expect((await app.inject({ url: '/api/v1/me' })).statusCode).toBe(401);

    // a deploy whose migration is missing
    const schema = createPool({ url: testDatabase.url.owner, max: 1 });
    await schema.query('alter table employees rename column email to mail');
    const failed = await create(payload);
    await schema.query('alter table employees rename column mail to email');
    await schema.end();
    expect(failed.statusCode).toBe(500);
    await app.close();

    expect(sentry.events()).toHaveLength(1);
    expect(sentry.events()[0]).toMatchObject({
      release: 'r1',
      tags: {
        service: 'api',
        method: 'POST',
        route: '/api/v1/employees',
        correlationId: failed.headers['x-correlation-id'],
        organizationId: ctx.orgId,
      },
    });
    for (const secret of ['Kari', 'kari@', owner.token]) {
      expect(sentry.envelopes.join('\n')).not.toContain(secret);
    }
    await sentry.close();
  },
);
