import http2 from 'node:http2';
import { RetryableError } from '@vaktplan/platform/retry';

export type Http2Answer = { status: number; body: string; retryAfter: string | undefined };

/** What no server that we speak to ever says. */
const MOST_BYTES = 64 * 1024;

/**
 * Posts over one connection that is opened when it is needed, kept, and opened anew after it broke or the server said
 * goodbye. It keeps no process alive. @throws RetryableError
 */
export function createHttp2Client(baseUrl: string) {
  let session: http2.ClientHttp2Session | undefined;

  const open = (): http2.ClientHttp2Session => {
    if (session && !session.closed && !session.destroyed) return session;
    const made = http2.connect(baseUrl);
    const forget = (): void => {
      if (session === made) session = undefined;
    };
    // requests that run are told by their own streams
    made.on('error', forget);
    made.on('close', forget);
    made.on('goaway', () => {
      forget();
      made.close();
    });
    made.unref();
    session = made;
    return made;
  };

  const post = (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<Http2Answer> => {
    const { promise, resolve, reject } = Promise.withResolvers<Http2Answer>();
    const fail = (cause: unknown): void =>
      reject(new RetryableError(`${baseUrl} could not be reached`, { cause }));
    let stream: http2.ClientHttp2Stream;
    try {
      stream = open().request({
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/json',
        ...headers,
      });
    } catch (error) {
      fail(error);
      return promise;
    }
    const stop = (): void => stream.close(http2.constants.NGHTTP2_CANCEL);
    signal.addEventListener('abort', stop, { once: true });
    let answer: Omit<Http2Answer, 'body'> | undefined;
    let text = '';
    stream.setEncoding('utf8');
    stream.on('response', (answered) => {
      answer = { status: Number(answered[':status']), retryAfter: answered['retry-after']?.toString() };
    });
    stream.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MOST_BYTES) stop();
    });
    let ended = false;
    stream.on('end', () => (ended = true));
    stream.on('error', fail);
    stream.on('close', () => {
      signal.removeEventListener('abort', stop);
      if (answer && ended) resolve({ ...answer, body: text });
      else fail(signal.aborted ? signal.reason : new Error('the connection broke off'));
    });
    stream.end(body);
    return promise;
  };

  return {
    post,
    close: (): void => {
      session?.close();
      session = undefined;
    },
  };
}
