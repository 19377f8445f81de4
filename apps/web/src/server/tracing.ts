import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Tracer,
} from '@opentelemetry/api';
import { env } from './env';

type Tracers = {
  web: Tracer;
  /** Spans that a browser told of, under the ids that it gave them. */
  browser: (ids: SpanIds) => Tracer;
  flush: () => Promise<void>;
};
export type SpanIds = { traceId: string; spanId: string };

export type RequestSpan = { traceId: string; traceparent: string; end: (status?: number) => void };

const FORM = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-0[01]$/;
const FLUSH_MS = 1_000;

// Next loads this module once per bundle; the exporter must still be one per process.
const shared = globalThis as typeof globalThis & { vaktplanTracers?: Promise<Tracers> };

/** The two makers of spans; undefined, with nothing loaded, where no collector is set. */
export function tracers(): Promise<Tracers> | undefined {
  if (env().OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return undefined;
  return (shared.vaktplanTracers ??= start());
}

async function start(): Promise<Tracers> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base = '', OTEL_TRACES_SAMPLER_ARG: ratio, RELEASE } = env();
  const [sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const headers = headersOf(env().OTEL_EXPORTER_OTLP_HEADERS);
  const exporter = new OTLPTraceExporter({ url: `${base.replace(/\/$/, '')}/v1/traces`, headers });
  const processor = new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: FLUSH_MS });
  const given: SpanIds = { traceId: '', spanId: '' };
  const ownIds = new sdk.RandomIdGenerator();
  const givenIds = { generateTraceId: () => given.traceId, generateSpanId: () => given.spanId };
  const tracerOf = (service: string, idGenerator: typeof givenIds): Tracer =>
    new sdk.TracerProvider({
      resource: resourceFromAttributes({
        'service.name': service,
        'service.namespace': 'vaktplan',
        'service.version': RELEASE,
      }),
      sampler: new sdk.TraceIdRatioBasedSampler(ratio),
      idGenerator,
      spanProcessors: [processor],
    }).getTracer('vaktplan');
  const browser = tracerOf('browser', givenIds);
  return {
    web: tracerOf('web', ownIds),
    browser: (ids) => {
      Object.assign(given, ids);
      return browser;
    },
    flush: () => processor.forceFlush(),
  };
}

const headersOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.split(/=(.*)/s).map((part) => part.trim()))
      .filter(([name, value]) => name && value)
      .map(([name, value]) => [name, decodeURIComponent(value ?? '')]),
  );

/** The ids in W3C's header; undefined for anything that is not exactly that. */
export function readTraceparent(text: string | null): SpanIds | undefined {
  const [, traceId, spanId] = FORM.exec(text ?? '') ?? [];
  return traceId && spanId ? { traceId, spanId } : undefined;
}

const ids = /\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/g;

/** A path as a name: what it is about, without which one. */
export const routeOf = (path: string): string => path.replaceAll(ids, '/{id}').slice(0, 120);

const contextOf = (parent: SpanIds | undefined): Context =>
  parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, traceFlags: 1, isRemote: true }) : ROOT_CONTEXT;

/** The BFF's own span of a request, below the browser's; undefined where no collector is set. */
export async function startRequestSpan(
  request: Request,
  path: string,
  attributes: Attributes,
): Promise<RequestSpan | undefined> {
  const tracer = (await tracers())?.web;
  if (!tracer) return undefined;
  const parent = contextOf(readTraceparent(request.headers.get('traceparent')));
  const span = tracer.startSpan(
    `${request.method} ${routeOf(path)}`,
    { kind: SpanKind.SERVER, attributes: { 'http.request.method': request.method, ...attributes } },
    parent,
  );
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceId,
    traceparent: `00-${traceId}-${spanId}-0${traceFlags & 1}`,
    end: (status) => {
      if (status !== undefined) span.setAttribute('http.response.status_code', status);
      if (status === undefined || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}
