import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What must never be written down: the passwords of the demo, tokens signed for people or services, session cookies. */
const SECRETS = {
  password: /vaktplan-demo/,
  'signed token': /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/,
  'session cookie': /session_token=[\w%.-]{16,}/,
  'bearer token': /Bearer [\w.-]{16,}/i,
};

/** The logs of the services, by name. */
export const readLogs = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );

/** @throws naming where a secret stands and of which kind, without the secret itself */
export function assertNoSecrets(written: Readonly<Record<string, string>>): void {
  const found = Object.entries(written).flatMap(([where, text]) =>
    Object.entries(SECRETS)
      .filter(([, secret]) => secret.test(text))
      .map(([kind]) => `${kind} in ${where}`),
  );
  if (found.length > 0) throw new Error(`secrets were written down: ${found.join(', ')}`);
}
