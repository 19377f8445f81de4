import { type DestinationStream, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';

/** What `ctx.log` is: structured JSON lines, `log.info({ field }, 'text')`; `child(fields)` adds fields to all its lines. */
export type Logger = PinoLogger;

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type LoggerOptions = {
  service: string;
  level: LogLevel;
  /** on every line, such as the version or the replica's name */
  fields?: Readonly<Record<string, string | number>>;
  /** default: stdout */
  destination?: DestinationStream;
};

const secretNames = (
  'authorization Authorization cookie Cookie set-cookie x-api-key apiKey password currentPassword newPassword ' +
  'secret clientSecret privateKey token accessToken refreshToken idToken sessionToken jwt'
).split(' ');

// the redactor has no "any depth" pattern; four levels reach err.response.headers.authorization
const secretPaths = ['', '*', '*.*', '*.*.*'].flatMap((prefix) =>
  secretNames.map((name) =>
    name.includes('-') ? `${prefix}["${name}"]` : prefix === '' ? name : `${prefix}.${name}`,
  ),
);

/** A JSON logger: ISO time, level as a word, service name, secrets replaced by `[redacted]` down to the fourth level. */
export const createLogger = ({ service, level, fields, destination }: LoggerOptions): Logger => {
  const options = {
    level,
    base: { service, ...fields },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretPaths, censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};
