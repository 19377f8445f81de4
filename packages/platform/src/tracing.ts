import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span as OtelSpan,
} from '@opentelemetry/api';
import type { TelemetryEnv } from './telemetry-env.ts';
import { parseTraceparent, traceparentOf } from './traceparent.ts';

/** One piece of work of a trace. */
export type Span = {
  traceId: string;
  /** what its children are told, in W3C's form */
  traceparent: string;
  set: (attributes: Attributes) => void;
  /** Once; an error marks it failed. */
  end: (error?: unknown) => void;
};

export type SpanOptions = {
  kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  /** a span of this process, or what another process told; an unreadable one begins a trace of its own */
  parent?: Span | string | undefined;
  attributes?: Attributes;
};

export type Tracing = {
  start: (name: string, options: SpanOptions) => Span;
  /** Runs `work` so that `active` finds the span in all that it starts. */
  run: <T>(span: Span, work: () => T) => T;
  /** The span at work here, if any. */
  active: () => Span | undefined;
  /** Sends what is left. */
  close: () => Promise<void>;
};

export type TracingOptions = Pick<
  TelemetryEnv,
  'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_HEADERS' | 'OTEL_TRACES_SAMPLER_ARG' | 'RELEASE'
> & { service: string };

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;
const FLUSH_MS = 1_000;

/**
 * Traces to an OpenTelemetry collector, or undefined when none is set: then nothing of the SDK is loaded, nothing is
 * wrapped and no context is kept. The spans are made where the work is, by hand: libraries are not patched.
 */
export async function startTracing(options: TracingOptions): Promise<Tracing | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = options;
  if (endpoint === undefined) return undefined;
  const [sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    headers: headersOf(headers),
  });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({
      'service.name': options.service,
      'service.namespace': 'vaktplan',
      'service.version': options.RELEASE,
    }),
    // by the id alone: nobody outside can ask to be traced, and every service decides alike
    sampler: new sdk.TraceIdRatioBasedSampler(options.OTEL_TRACES_SAMPLER_ARG),
    spanLimits: { attributeValueLengthLimit: 2_000 },
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: FLUSH_MS })],
  });
  const tracer = provider.getTracer('vaktplan');
  const storage = new AsyncLocalStorage<Span>();

  return {
    start: (name, { kind, parent, attributes }) =>
      wrap(tracer.startSpan(name, { kind: KINDS[kind], attributes: attributes ?? {} }, contextOf(parent))),
    run: (span, work) => storage.run(span, work),
    active: () => storage.getStore(),
    close: () => provider.shutdown(),
  };
}

const contextOf = (parent: Span | string | undefined): Context => {
  const told = typeof parent === 'string' ? parent : parent?.traceparent;
  const spanContext = parseTraceparent(told);
  return spanContext ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT;
};

const wrap = (span: OtelSpan): Span => {
  const context = span.spanContext();
  return {
    traceId: context.traceId,
    traceparent: traceparentOf(context),
    set: (attributes) => void span.setAttributes(attributes),
    end: (error) => {
      if (error !== undefined) {
        // the kind of error and not its words: those may name people
        span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
};

const headersOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.split(/=(.*)/s).map((part) => part.trim()))
      .filter(([name, value]) => name && value)
      .map(([name, value]) => [name, decodeURIComponent(value ?? '')]),
  );

/** Does `work` as a span that is the active one meanwhile. */
export async function traced<T>(
  tracing: Tracing,
  name: string,
  options: SpanOptions,
  work: () => Promise<T>,
): Promise<T> {
  const span = tracing.start(name, options);
  try {
    const result = await tracing.run(span, work);
    span.end();
    return result;
  } catch (error) {
    span.end(error ?? new Error('rejected without a reason'));
    throw error;
  }
}
