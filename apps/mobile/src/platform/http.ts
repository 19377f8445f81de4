import { Platform } from 'react-native';
import { serverAddress } from './server-address';

export type Answer = { status: number; body: unknown; headers: Headers };
export type Sent = {
  body?: unknown;
  headers?: Record<string, string>;
  token?: string | null;
  /** Cookies, which carry a sign-in to its second step and nothing else. In a browser only those of its own server. */
  withCookies?: boolean;
};

const PATIENCE_MS = 15_000;

/**
 * One request to the server, given up after 15 seconds. Every answer is an answer, refusals too.
 * @throws TypeError or AbortError when there was none: the network's fault, try again later
 */
export async function send(method: string, path: string, sent: Sent = {}): Promise<Answer> {
  const headers = new Headers({ accept: 'application/json', ...sent.headers });
  if (sent.body !== undefined) headers.set('content-type', 'application/json');
  if (sent.token) headers.set('authorization', `Bearer ${sent.token}`);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(serverAddress.get() + path, {
      method,
      headers,
      signal: patience.signal,
      credentials: !sent.withCookies ? 'omit' : Platform.OS === 'web' ? 'same-origin' : 'include',
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: parsed(text), headers: answer.headers };
  } finally {
    clearTimeout(timer);
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
