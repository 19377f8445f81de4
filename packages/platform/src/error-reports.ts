import { causesOf, sayingOf, tracesOf } from './error-facts.ts';
import type { TelemetryEnv } from './telemetry-env.ts';

/** Where it happened: ids and names of ours, by which the log line is found that says it in full. */
export type ErrorTags = Partial<
  Record<
    'correlationId' | 'organizationId' | 'traceId' | 'method' | 'route' | 'queue' | 'job' | 'jobId',
    string | undefined
  >
>;

export type ErrorReports = {
  /** Tells of an unexpected error; comes back at once and never throws. */
  report: (error: unknown, tags?: ErrorTags) => void;
  /** Sends what is left. */
  close: () => Promise<void>;
};

export type ErrorReportsOptions = Pick<TelemetryEnv, 'SENTRY_DSN' | 'SENTRY_ENVIRONMENT' | 'RELEASE'> & {
  service: string;
};

const ANSWER_MS = 5_000;
const CLOSE_MS = 2_000;

/**
 * Unexpected errors to Sentry, or undefined where no DSN is set: then nothing of it is loaded. What is sent is made
 * here from what an error is, not from what it says: messages quote what people typed.
 */
export async function startErrorReports(options: ErrorReportsOptions): Promise<ErrorReports | undefined> {
  const { SENTRY_DSN: dsn, SENTRY_ENVIRONMENT: environment, RELEASE: release, service } = options;
  if (dsn === undefined) return undefined;
  const [{ createStackParser, createTransport, Scope }, { nodeStackLineParser, ServerRuntimeClient }] =
    await Promise.all([import('@sentry/core'), import('@sentry/core/server')]);
  const stackParser = createStackParser(nodeStackLineParser());
  const client = new ServerRuntimeClient({
    dsn,
    release,
    environment,
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    integrations: [],
    sendClientReports: false,
    stackParser,
    transport: (transport) =>
      createTransport(transport, async ({ body }) => {
        const signal = AbortSignal.timeout(ANSWER_MS);
        // an envelope without attachments is text
        const sent = body as string;
        const answer = await fetch(transport.url, {
          method: 'POST',
          body: sent,
          headers: transport.headers ?? {},
          signal,
        });
        const header = (name: string): string | null => answer.headers.get(name);
        return {
          statusCode: answer.status,
          headers: {
            'x-sentry-rate-limits': header('x-sentry-rate-limits'),
            'retry-after': header('retry-after'),
          },
        };
      }),
  });
  client.init();

  return {
    report: (error, tags = {}) => {
      const values = causesOf(error).map((cause) => ({
        type: cause.name,
        value: sayingOf(cause),
        stacktrace: { frames: stackParser(tracesOf(cause)) },
      }));
      // a scope of its own: what else runs in this process is nobody's business
      const event = { level: 'error' as const, exception: { values }, tags: { service, ...tags } };
      client.captureEvent(event, {}, new Scope());
    },
    close: async () => {
      await client.close(CLOSE_MS);
    },
  };
}
