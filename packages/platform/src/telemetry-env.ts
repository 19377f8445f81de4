import * as z from 'zod';

/** Where traces and unexpected errors are told, if anywhere. docs/observability.md describes these for people. */
export const telemetryEnv = {
  /** The base address of an OpenTelemetry collector that takes OTLP over HTTP; without one nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** `name=value`, parted by commas, as the standard says: a collector's key. */
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  /** The share of traces that is kept, told by their id, so that all services keep the same ones. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  SENTRY_DSN: z.url({ protocol: /^https?$/ }).optional(),
  SENTRY_ENVIRONMENT: z.string().default('production'),
  /** What runs: named by traces, errors and the status page. */
  RELEASE: z.string().max(64).default('unknown'),
};

export type TelemetryEnv = z.output<z.ZodObject<typeof telemetryEnv>>;
