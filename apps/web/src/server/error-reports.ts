import { env } from './env';

/** What the browser or Next's renderer says of an unexpected error; never its words, which quote what people typed. */
export type WebError = {
  where: 'browser' | 'server';
  name: string;
  /** frames only: "at save (https://…/app.js:1:20)" */
  stack: string;
  route: string;
  digest?: string | undefined;
};

const ANSWER_MS = 5_000;
const frame = /^\s*(at .+[:)]\d*|\S*@\S+:\d+:\d+)/;

/** The lines of a stack that say where in the code; the message is left out, whatever lines it has. */
export function framesOf(error: { message?: string; stack?: string }): string {
  const { message = '', stack = '' } = error;
  return (message ? stack.replace(message, () => '') : stack)
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, 30)
    .join('\n')
    .slice(0, 4_000);
}

type Reporter = (error: WebError) => void;

// Next loads this module once per bundle; the client must still be one per process.
const shared = globalThis as typeof globalThis & { vaktplanErrors?: Promise<Reporter> };

/** Writes an unexpected error into the log, and tells Sentry where a DSN is set. Never throws. */
export async function reportWebError(error: WebError): Promise<void> {
  const { RELEASE: release, SENTRY_DSN } = env();
  console.error(
    JSON.stringify({ level: 'error', service: 'web', msg: 'unexpected error', release, ...error }),
  );
  if (SENTRY_DSN === undefined) return;
  shared.vaktplanErrors ??= start(SENTRY_DSN);
  (await shared.vaktplanErrors)(error);
}

async function start(dsn: string): Promise<Reporter> {
  const [{ createStackParser, createTransport, Scope }, { nodeStackLineParser, ServerRuntimeClient }] =
    await Promise.all([import('@sentry/core'), import('@sentry/core/server')]);
  const stackParser = createStackParser(nodeStackLineParser());
  const client = new ServerRuntimeClient({
    dsn,
    release: env().RELEASE,
    environment: env().SENTRY_ENVIRONMENT,
    platform: 'javascript',
    integrations: [],
    sendClientReports: false,
    stackParser,
    transport: (transport) =>
      createTransport(transport, async ({ body }) => {
        const signal = AbortSignal.timeout(ANSWER_MS);
        const { url, headers = {} } = transport;
        // an envelope without attachments is text
        const answer = await fetch(url, { method: 'POST', body: body as string, headers, signal });
        return { statusCode: answer.status };
      }),
  });
  client.init();
  return ({ name, stack, route, digest, where }) => {
    const frames = stackParser(`${name}\n${stack}`);
    const exception = {
      values: [{ type: name, value: digest ?? 'The log has it.', stacktrace: { frames } }],
    };
    const tags = { service: where === 'browser' ? 'browser' : 'web', route };
    client.captureEvent({ level: 'error', exception, tags }, {}, new Scope());
  };
}
