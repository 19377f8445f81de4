import { SOCKET_STREAM } from '@vaktplan/contracts/socket';
import type { Ctx, UserActor } from '@vaktplan/core/context/ctx';
import { startTracing } from '@vaktplan/platform/tracing';
import type { Make } from '@vaktplan/testing/make';
import { startOtlpCollector } from '@vaktplan/testing/otlp-collector';
import { expect, vi } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';
import { connect, ticketOf } from '../testing/ears.ts';
import { httpTest } from '../testing/http-test.ts';

const told = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

const shiftFor = async (make: Make) => {
  const departmentId = await make.department(await make.location());
  return { departmentId, startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
};

const eventOf = async (ctx: Ctx) => {
  const text = `select metadata from events where organization_id = $1 and event_type = 'shift.created'`;
  const [rows] = await ctx.db.read(ctx.orgId, [{ name: 'metadata_of_shift', text, values: [ctx.orgId] }]);
  return rows?.[0]?.['metadata'] as { traceparent?: string; correlationId?: string };
};

httpTest(
  'one change is one trace: the request, its statements, its event, its signal on a socket',
  async ({ testDatabase, ctx, make }) => {
    const collector = await startOtlpCollector();
    const tracing = await startTracing({
      service: 'api',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER_ARG: 1,
      RELEASE: 'test',
    });
    if (!tracing) throw new Error('tracing is off');
    const app = await createTestApp(testDatabase, { tracing });
    const owner = await app.as(ctx.actor as UserActor, ctx.orgId);
    const ear = await connect(app, await ticketOf(app, ctx.actor as UserActor, ctx.orgId));
    expect(await ear.outcome).toBe('connected');

    const payload = await shiftFor(make);
    const headers = { traceparent: told };
    const created = await owner.inject({ method: 'POST', url: '/api/v1/shifts', payload, headers });
    expect(created.statusCode).toBe(201);
    const { traceparent = '' } = await eventOf(ctx);

    // as the relay adds a signal to the stream
    const packet = { type: 2, data: ['notification:new', { id: 'x' }], nsp: '/', traceparent };
    const opts = { rooms: [`org:${ctx.orgId}`], except: [], flags: {} };
    const data = JSON.stringify({ packet, opts });
    const fields = ['uid', 'emitter', 'nsp', '/', 'type', '3', 'data', data];
    await app.services.redis.xadd(SOCKET_STREAM, '*', ...fields);
    await vi.waitFor(() => expect(JSON.stringify(ear.heard)).toContain('notification:new'), 5_000);
    await app.close();

    const spans = collector.spans.filter(({ traceId }) => traceId === told.slice(3, 35));
    const request = spans.find(({ kind }) => kind === 2);
    expect(request).toMatchObject({
      service: 'api',
      name: 'POST /api/v1/shifts',
      parentId: told.slice(36, 52),
      attributes: { 'http.response.status_code': 201, 'vaktplan.organization_id': ctx.orgId },
    });
    expect(traceparent.slice(36, 52)).toBe(request?.spanId);
    const children = spans.filter(({ parentId }) => parentId === request?.spanId);
    const names = children.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'postgres begin',
        'postgres append_events',
        'postgres commit',
        'socket notification:new',
      ]),
    );
    expect(spans).toHaveLength(children.length + 1);
    // statements have places for values; none of these tells what was written
    expect(JSON.stringify(children)).not.toContain('2025-12-01');
    await collector.close();
  },
);

httpTest('without a collector a caller adds nothing to what is written', async ({ owner, ctx, make }) => {
  const headers = { traceparent: told };
  const payload = await shiftFor(make);
  await owner.inject({ method: 'POST', url: '/api/v1/shifts', payload, headers });
  const metadata = await eventOf(ctx);
  expect(metadata.correlationId).toEqual(expect.any(String));
  expect(metadata).not.toHaveProperty('traceparent');
});
