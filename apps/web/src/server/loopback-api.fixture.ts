import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Seen = { method: string; url: string; headers: IncomingHttpHeaders; body: string };
type Answer = {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: unknown;
  /** ends the connection instead */
  hangUp?: boolean;
};

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An API on loopback that records what reaches it and answers as told. */
export async function startLoopbackApi() {
  const seen: Seen[] = [];
  let issued = 0;
  let answer: (request: Seen) => Answer = () => ({ body: { ok: true } });
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      const answered = url === '/auth/token' ? token() : answer(one);
      if (answered.hangUp) return void request.socket.destroy();
      const { status = 200, headers: extra = {}, body = {} } = answered;
      response.writeHead(status, { 'content-type': 'application/json', ...extra });
      response.end(JSON.stringify(body));
    });
  });
  const token = (): Answer => {
    issued += 1;
    const claims = { exp: Math.floor(Date.now() / 1000) + 300, jti: String(issued) };
    return { body: { token: `${encode({ alg: 'none' })}.${encode(claims)}.signature${issued}` } };
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    /** What it answers from now on, tokens apart. */
    answers: (next: (request: Seen) => Answer) => void (answer = next),
    requestsTo: (path: string) => seen.filter((one) => one.url === path),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
