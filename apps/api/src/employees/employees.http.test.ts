import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { httpTest } from '../testing/http-test.ts';

const url = '/api/v1/employees';
const shop = httpTest.extend<{ shop: Record<'locationId' | 'departmentId' | 'employeeId', string> }>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    await use({
      locationId,
      departmentId,
      employeeId: await make.employee(departmentId, { email: 'bo@example.test' }),
    });
  },
});

const routes = ({
  employeeId,
  departmentId,
  locationId,
}: Record<'locationId' | 'departmentId' | 'employeeId', string>) => {
  const headers = { 'if-match': '1' };
  return [
    { method: 'GET', url: `${url}/${employeeId}` },
    { method: 'PATCH', url: `${url}/${employeeId}`, headers, payload: { name: 'x' } },
    { method: 'POST', url, payload: { name: 'x', departmentIds: [departmentId] } },
    { method: 'POST', url: `${url}/import`, payload: { csv: 'name\nx', departmentId } },
    { method: 'POST', url: `${url}/${employeeId}/invite`, payload: {} },
    { method: 'POST', url: `${url}/${employeeId}/deactivate`, headers, payload: {} },
    { method: 'POST', url: `${url}/${employeeId}/reactivate`, headers },
    {
      method: 'GET',
      url: `/api/v1/schedules/roster?locationId=${locationId}&startDate=2025-12-01&endDate=2025-12-07`,
    },
  ] as const;
};

describe('/api/v1/employees', () => {
  shop('made, listed, changed, invited, deactivated and taken back', async ({ owner, shop }) => {
    const payload = {
      name: 'Ada Berg',
      email: 'Ada@Example.test',
      departmentIds: [shop.departmentId],
      contract: { from: '2025-12-01', to: null, minutesPerWeek: 2220 },
      rate: { from: '2025-12-01', hourlyMinor: 18_550 },
    };
    const made = await owner.inject({ method: 'POST', url, payload });
    expect([made.statusCode, made.headers.etag]).toEqual([201, '"1"']);
    expect(made.json()).toMatchObject({ email: 'ada@example.test', hourlyMinor: 18_550 });
    const { id } = made.json<{ id: string }>();
    expect((await owner.inject({ url: `${url}?search=ada&limit=1` })).json()).toMatchObject({
      data: [{ id }],
      meta: { nextCursor: null },
    });
    expect((await owner.inject({ url: `${url}/${id}` })).json()).toEqual(made.json());
    const send = (path: string, version: number, body?: object) =>
      owner.inject({
        method: 'POST',
        url: `${url}/${id}/${path}`,
        headers: { 'if-match': `"${version}"` },
        ...(body && { payload: body }),
      });
    const changed = await owner.inject({
      method: 'PATCH',
      url: `${url}/${id}`,
      headers: { 'if-match': '1' },
      payload: { phone: '1' },
    });
    expect(changed.json()).toMatchObject({ phone: '1', version: 2 });
    expect((await send('invite', 2, {})).json()).toMatchObject({ status: 'invited', version: 3 });
    expect((await send('deactivate', 2, {})).json()).toMatchObject({ status: 412, code: 'version_conflict' });
    expect((await send('deactivate', 3, {})).json()).toMatchObject({ status: 'deactivated', version: 4 });
    expect((await send('reactivate', 4)).json()).toMatchObject({ status: 'active', version: 5 });
  });

  shop('an import answers a result per row', async ({ owner, shop }) => {
    const csv = 'Name;Hourly_rate\nAda;185,50\nBo;much\n';
    const answer = await owner.inject({
      method: 'POST',
      url: `${url}/import`,
      payload: { csv, departmentId: shop.departmentId },
    });
    expect(answer.json()).toMatchObject({
      created: 1,
      failed: 1,
      rows: [
        { line: 2, result: 'created' },
        { line: 3, code: 'validation_failed' },
      ],
    });
    const unreadable = await owner.inject({
      method: 'POST',
      url: `${url}/import`,
      payload: { csv: 'x', departmentId: shop.departmentId },
    });
    expect(unreadable.json()).toMatchObject({ status: 422, code: 'csv_unreadable' });
  });

  shop(
    'strangers, employees, other managers and other tenants',
    async ({ app, ctx, make, foreign, shop }) => {
      if (foreign.ctx.actor.kind !== 'user') throw new Error('a user');
      const tenant = await app.as(foreign.ctx.actor, foreign.ctx.orgId);
      const elsewhere = await make.user('manager', {
        departmentId: await make.department(await make.location()),
      });
      const manager = await app.as(elsewhere, ctx.orgId);
      const employee = await app.as(await make.user('employee', { employeeId: shop.employeeId }), ctx.orgId);
      for (const route of routes(shop)) {
        const told = `${route.method} ${route.url}`;
        expect((await app.inject(route)).statusCode, told).toBe(401);
        expect((await tenant.inject(route)).statusCode, told).toBe(404);
        expect((await manager.inject(route)).statusCode, told).toBe(403);
        expect((await employee.inject(route)).statusCode, told).toBe(
          route.url.includes('roster') ? 200 : 403,
        );
      }
      expect((await employee.inject({ url })).statusCode).toBe(403);
      expect((await manager.inject({ url })).json()).toMatchObject({ data: [] });
      const roster = await employee.inject(routes(shop)[7]);
      expect(roster.json().employees[0]).toMatchObject({ contracts: [], rates: [], number: null });
      expect(roster.body).not.toContain('@');
    },
  );

  shop('bad bodies and queries are refused', async ({ owner, shop }) => {
    const good = { name: 'x', departmentIds: [shop.departmentId] };
    for (const payload of [
      {},
      { ...good, name: '' },
      { ...good, departmentIds: [] },
      { ...good, departmentIds: 'all' },
      { ...good, email: 'no address' },
      { ...good, id: uuidv7() },
      { ...good, status: 'active' },
      { ...good, hourlyMinor: 1 },
      { ...good, userId: uuidv7() },
      { ...good, rate: { from: '2025-02-30', hourlyMinor: 1 } },
      { ...good, rate: { from: '2025-02-01', hourlyMinor: -1 } },
      { ...good, contract: { from: '2025-02-01', to: '2025-01-01', minutesPerWeek: 1 } },
    ]) {
      const answer = await owner.inject({ method: 'POST', url, payload });
      expect(answer.json(), JSON.stringify(payload)).toMatchObject({
        status: 400,
        code: 'validation_failed',
      });
    }
    for (const query of [
      'limit=0',
      'limit=1000',
      'cursor=x',
      'status=gone',
      'locationId=1',
      'role=owner',
      'search=%00',
    ])
      expect((await owner.inject({ url: `${url}?${query}` })).statusCode, query).toBe(400);
    expect(
      (
        await owner.inject({
          url: `/api/v1/schedules/roster?locationId=${shop.locationId}&startDate=2025-01-01&endDate=2025-12-31`,
        })
      ).statusCode,
    ).toBe(400);
    expect(
      (
        await owner.inject({
          method: 'POST',
          url,
          payload: '{',
          headers: { 'content-type': 'application/json' },
        })
      ).json(),
    ).toMatchObject({ status: 400, code: 'invalid_json' });
  });
});
