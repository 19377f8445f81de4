import * as z from 'zod';

const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);
const origin = z.preprocess(
  blankAsUnset,
  z
    .url()
    .transform((url) => new URL(url).origin)
    .optional(),
);

const Env = z.object({
  /** Where this process reaches the API. */
  API_URL: origin.transform((url) => url ?? 'http://127.0.0.1:3001'),
  /** Where a browser reaches the API's socket, if that differs from API_URL. */
  PUBLIC_API_URL: origin,
  /** Where browsers send photos to and fetch them from, if there is an object store. */
  PUBLIC_FILES_URL: origin,
  /** Tells the API that it is us. */
  ORIGIN_SECRET: z.preprocess(blankAsUnset, z.string().min(32).optional()),
  /** Where traces and unexpected errors are told, if anywhere. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.preprocess(blankAsUnset, z.url().optional()),
  OTEL_EXPORTER_OTLP_HEADERS: z.preprocess(blankAsUnset, z.string().optional()),
  OTEL_TRACES_SAMPLER_ARG: z.preprocess(blankAsUnset, z.coerce.number().min(0).max(1).default(1)),
  SENTRY_DSN: z.preprocess(blankAsUnset, z.url().optional()),
  SENTRY_ENVIRONMENT: z.preprocess(blankAsUnset, z.string().default('production')),
  RELEASE: z.preprocess(blankAsUnset, z.string().max(64).default('unknown')),
  API_TIMEOUT_MS: z.preprocess(blankAsUnset, z.coerce.number().int().min(100).default(15_000)),
});

let parsed: z.infer<typeof Env> | undefined;

/** The settings of this process. Read on first use, so that a build needs none of them. */
export function env() {
  parsed ??= Env.parse(process.env);
  return parsed;
}
