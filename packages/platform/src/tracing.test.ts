import { startOtlpCollector } from '@vaktplan/testing/otlp-collector';
import { expect, test } from 'vitest';
import { startTracing, traced } from './tracing.ts';
import { parseTraceparent } from './traceparent.ts';

const told = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const settings = { service: 'test', OTEL_TRACES_SAMPLER_ARG: 1, RELEASE: 'r1' };

test('without a collector there is nothing', async () => {
  expect(await startTracing(settings)).toBeUndefined();
});

test('spans arrive with their parents, kinds and attributes; an error says its kind and not its words', async () => {
  const collector = await startOtlpCollector();
  const headers = 'authorization=Bearer%20k=1, x-tenant=a';
  const tracing = await startTracing({
    ...settings,
    OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
    OTEL_EXPORTER_OTLP_HEADERS: headers,
  });
  if (!tracing) throw new Error('tracing is off');
  await traced(
    tracing,
    'outer',
    { kind: 'server', parent: told, attributes: { 'http.route': '/x' } },
    async () => {
      const inner = traced(tracing, 'inner', { kind: 'client', parent: tracing.active() }, async () => {
        await Promise.resolve();
        throw new TypeError('mail of kari@example.org');
      });
      await expect(inner).rejects.toThrow(TypeError);
    },
  );
  expect(tracing.active()).toBeUndefined();
  await tracing.close();
  const [inner, outer] = collector.spans;
  expect(outer).toMatchObject({
    service: 'test',
    name: 'outer',
    kind: 2,
    traceId: told.slice(3, 35),
    parentId: told.slice(36, 52),
    attributes: { 'http.route': '/x' },
  });
  expect(inner).toMatchObject({ traceId: outer?.traceId, parentId: outer?.spanId, kind: 3 });
  expect(inner?.attributes).toEqual({ 'error.type': 'TypeError' });
  expect(JSON.stringify(collector.spans)).not.toContain('kari');
  expect(collector.headers[0]).toMatchObject({ authorization: 'Bearer k=1', 'x-tenant': 'a' });
  await collector.close();
});

test('services keep the same share of traces, whatever a caller asks for', async () => {
  const collector = await startOtlpCollector();
  const tracing = await startTracing({
    ...settings,
    OTEL_TRACES_SAMPLER_ARG: 0,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  });
  const span = tracing?.start('unkept', { kind: 'server', parent: told });
  expect(span?.traceparent).toMatch(new RegExp(`^00-${told.slice(3, 35)}-[0-9a-f]{16}-00$`));
  span?.end();
  await tracing?.close();
  expect(collector.spans).toEqual([]);
  await collector.close();
});

test.each([
  undefined,
  '',
  'x',
  told.toUpperCase(),
  told.replace('00-', '01-'),
  `${told}-more`,
  `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
  `00-0af7651916cd43dd8448eb211c80319c-${'0'.repeat(16)}-01`,
])('%j names no span', (text) => expect(parseTraceparent(text)).toBeUndefined());
