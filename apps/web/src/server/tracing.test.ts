import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { startLoopbackApi } from './loopback-api.fixture';
import { passToApi } from './pass-to-api';
import { takeSpan } from './take-span';
import { tracers } from './tracing';

type Span = { traceId: string; spanId: string; parentSpanId?: string; name: string; kind: number };
type Export = {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue: string } }[] };
    scopeSpans: { spans: Span[] }[];
  }[];
};

const spans: (Span & { service: string | undefined })[] = [];
const collector = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    for (const { resource, scopeSpans } of (JSON.parse(text) as Export).resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue;
      for (const scope of scopeSpans) spans.push(...scope.spans.map((span) => ({ ...span, service })));
    }
    response.end('{}');
  });
});
collector.listen(0, '127.0.0.1');
await once(collector, 'listening');
const api = await startLoopbackApi();
process.env.API_URL = api.origin;
process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
afterAll(async () => {
  collector.closeAllConnections();
  collector.close();
  await api.close();
});

const cookie = 'vaktplan.session_token=somebody.signature';
const id = '01995f3e-0000-7000-8000-000000000001';
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', traceparent };
const tell = (told: object, more: Record<string, string> = {}) =>
  takeSpan(
    new Request('http://localhost:3000/api/spans', {
      method: 'POST',
      body: JSON.stringify(told),
      headers: { ...headers, ...more },
    }),
  );
const told = {
  traceparent,
  startedAt: Date.now(),
  ms: 12.5,
  path: `/api/v1/shifts/${id}`,
  method: 'PATCH',
  status: 200,
};

test('a click, the BFF and the API are one trace, and no id or person is in a name', async () => {
  const url = `http://localhost:3000/api/v1/shifts/${id}`;
  const answer = await passToApi(new Request(url, { method: 'PATCH', body: '{}', headers }));
  expect(answer.headers.get('x-trace-id')).toBe(traceparent.slice(3, 35));
  expect((await tell(told)).status).toBe(204);
  await (await tracers())?.flush();
  const browser = spans.find(({ service }) => service === 'browser');
  const web = spans.find(({ service }) => service === 'web');
  expect(browser).toMatchObject({
    name: 'PATCH /api/v1/shifts/{id}',
    kind: 3,
    spanId: traceparent.slice(36, 52),
  });
  expect(browser?.parentSpanId).toBeFalsy();
  expect(web).toMatchObject({ name: 'PATCH /api/v1/shifts/{id}', kind: 2, parentSpanId: browser?.spanId });
  const [sent] = api.requestsTo(`/api/v1/shifts/${id}`);
  expect(sent?.headers.traceparent).toBe(`00-${web?.traceId}-${web?.spanId}-01`);
});

test.each([
  ['another site', told, { 'sec-fetch-site': 'cross-site' }, 403],
  ['nobody', told, { cookie: '' }, 403],
  ['an old page', { ...told, startedAt: 0 }, {}, 400],
  ['no trace', { ...told, traceparent: 'x' }, {}, 400],
  ['a path with a query', { ...told, path: '/api/v1/x?mail=kari@example.org' }, {}, 400],
  ['more than is asked', { ...told, note: 'x' }, {}, 400],
  ['far too much', { ...told, path: 'x'.repeat(3_000) }, {}, 400],
] as const)('nothing is taken from %s', async (_who, body, more, status) => {
  expect((await tell(body, more)).status).toBe(status);
});
