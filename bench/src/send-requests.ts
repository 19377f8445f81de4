import { connect, type Socket } from 'node:net';

export type Load = {
  port: number;
  /** Connections, each with one request on its way at a time. */
  clients: number;
  seconds: number;
  /** The next request of one connection as it goes over the wire; null: it has no more. */
  next: (client: number) => Buffer | null;
};
export type Sent = { count: number; seconds: number; latencies: number[] };

/** An HTTP/1.1 request on a connection that stays open. */
export function requestBytes(method: string, path: string, token: string | null, body?: object): Buffer {
  const payload = body === undefined ? '' : JSON.stringify(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...(token === null ? [] : [`authorization: Bearer ${token}`]),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${payload.length}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${payload}`, 'latin1');
}

/**
 * Sends requests for some seconds over raw sockets: an HTTP client would take more of the two cores than what it measures.
 * Counts only answers of 200 or 201 with a content-length. @throws at any other answer, with its text
 */
export async function sendRequests({ port, clients, seconds, next }: Load): Promise<Sent> {
  const sockets = await Promise.all(Array.from({ length: clients }, () => open(port)));
  const started = performance.now();
  const until = started + seconds * 1000;
  const latencies: number[] = [];
  const one = (socket: Socket, client: number): Promise<void> =>
    new Promise((resolve, reject) => {
      let sentAt = 0;
      const send = (): void => {
        const request = performance.now() < until ? next(client) : null;
        if (request === null) return resolve();
        sentAt = performance.now();
        socket.write(request);
      };
      onAnswers(
        socket,
        () => {
          latencies.push(performance.now() - sentAt);
          send();
        },
        reject,
      );
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the server closed a connection')));
      send();
    });
  await Promise.all(sockets.map(one));
  const took = performance.now() - started;
  for (const socket of sockets) socket.end();
  return { count: latencies.length, seconds: took / 1000, latencies };
}

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = Buffer.from('\r\ncontent-length: ');

/** Looks only for what tells where an answer ends: what reading it costs is taken from the cores of what is measured. */
function onAnswers(socket: Socket, done: () => void, fail: (error: Error) => void): void {
  let head: Buffer | null = null;
  let missing = 0;
  socket.on('data', (chunk: Buffer) => {
    if (missing > 0) missing -= chunk.length;
    else {
      head = head ? Buffer.concat([head, chunk]) : chunk;
      const end = head.indexOf(HEAD_END);
      if (end < 0) return;
      const status = head.toString('latin1', 0, 12);
      const length = head.indexOf(LENGTH);
      if ((status !== 'HTTP/1.1 200' && status !== 'HTTP/1.1 201') || length < 0 || length > end) {
        return fail(new Error(`unexpected answer: ${head.toString('utf8', 0, 1500)}`));
      }
      const digits = length + LENGTH.length;
      const body = Number.parseInt(head.toString('latin1', digits, digits + 10), 10);
      missing = body - (head.length - end - HEAD_END.length);
      head = null;
    }
    if (missing === 0) done();
  });
}
