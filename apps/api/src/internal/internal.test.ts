import { describe, expect } from 'vitest';
import type { ServicePermission } from '@vaktplan/contracts/service-permissions';
import { signServiceToken } from '../auth/service-token.ts';
import type { TestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

const bearer = async (
  app: TestApp,
  permissions: ServicePermission[],
  { service = 'worker', seconds = 60 } = {},
) => ({
  authorization: `Bearer ${await signServiceToken(app.services.env.SERVICE_TOKEN_SECRET, { service, permissions, seconds })}`,
});

describe('between services', () => {
  httpTest('a token with the permission reads; without it, 403', async ({ app, ctx, make }) => {
    const id = await make.employee(await make.department(await make.location()));
    const url = `/internal/employees/${id}?organizationId=${ctx.orgId}`;
    const headers = await bearer(app, ['read:employees']);
    expect((await app.inject({ url, headers })).json()).toMatchObject({ id });
    expect((await app.inject({ url, headers: await bearer(app, ['read:health']) })).statusCode).toBe(403);
    expect(
      (await app.inject({ url: '/internal/health', headers: await bearer(app, ['read:health']) })).statusCode,
    ).toBe(200);
  });

  httpTest(
    'a person, an old token and another organisation get nothing',
    async ({ app, ctx, make, foreign, owner }) => {
      const id = await make.employee(await make.department(await make.location()));
      const url = `/internal/employees/${id}`;
      const own = `${url}?organizationId=${ctx.orgId}`;
      expect((await owner.inject({ url: own })).statusCode).toBe(401);
      const expired = await app.inject({
        url: own,
        headers: await bearer(app, ['read:employees'], { seconds: -10 }),
      });
      expect(expired.json()).toMatchObject({ status: 401, code: 'token_expired' });
      const headers = await bearer(app, ['read:employees']);
      expect(
        (await app.inject({ url: `${url}?organizationId=${foreign.ctx.orgId}`, headers })).statusCode,
      ).toBe(404);
      expect((await app.inject({ url, headers })).statusCode).toBe(400);
    },
  );

  httpTest('metrics are for this machine, or with a token', async ({ app }) => {
    const own = await app.inject({ url: '/metrics' });
    expect(own.body).toContain('http_request_duration_seconds');
    const remoteAddress = '203.0.113.9';
    expect((await app.inject({ url: '/metrics', remoteAddress })).statusCode).toBe(401);
    const headers = await bearer(app, ['read:metrics'], { service: 'prometheus' });
    expect((await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode).toBe(200);
    // what a proxy in front says about the caller counts
    const proxied = await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': remoteAddress } });
    expect(proxied.statusCode).toBe(401);
  });

  httpTest('a token holds no more than its service is ever given', async ({ app, ctx, make }) => {
    const id = await make.employee(await make.department(await make.location()));
    const url = `/internal/employees/${id}?organizationId=${ctx.orgId}`;
    for (const service of ['prometheus', 'stranger']) {
      const headers = await bearer(app, ['read:employees'], { service });
      expect((await app.inject({ url, headers })).statusCode, service).toBe(403);
    }
  });

  httpTest('reports are read with read:reports', async ({ app, ctx, make, foreign }) => {
    const locationId = await make.location();
    const range = `locationId=${locationId}&startDate=2025-12-01&endDate=2025-12-07`;
    const read = async (organizationId: string, permission: ServicePermission) => {
      const url = `/internal/reports/budget?organizationId=${organizationId}&${range}`;
      return app.inject({ url, headers: await bearer(app, [permission]) });
    };
    expect((await read(ctx.orgId, 'read:reports')).json()).toMatchObject({ currency: 'DKK' });
    expect((await read(ctx.orgId, 'read:employees')).statusCode).toBe(403);
    expect((await read(foreign.ctx.orgId, 'read:reports')).statusCode).toBe(404);
  });
});
