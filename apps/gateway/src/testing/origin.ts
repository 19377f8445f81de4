import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/** What the service behind the gateway was sent. */
export type Heard = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
export type Origin = { url: string; heard: Heard[]; close: () => Promise<void> };

/** A loopback service: tells what it heard, streams, redirects, sets cookies and speaks Socket.io. */
export async function startOrigin(name: string): Promise<Origin> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    if (url === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: first\n\n');
      // the second event leaves only when the first has been read at the other end
      request.socket.once('data', () => undefined);
      streams.add(() => response.end('data: second\n\n'));
      return;
    }
    if (url === '/go-on') {
      for (const end of streams) end();
      streams.clear();
      return void response.end('ok');
    }
    if (url === '/hang') return;
    if (url === '/elsewhere') return void response.writeHead(302, { location: 'https://example.com/' }).end();
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      heard.push({ method, url, headers, body });
      response.setHeader('set-cookie', ['a=1; Path=/', 'b=2; Path=/']);
      response.setHeader('x-powered-by', 'somebody');
      response.setHeader('x-service', name);
      response.end(JSON.stringify({ name, url, body }));
    });
  });
  const streams = new Set<() => void>();
  const sockets = new Server(server, { path: '/realtime' });
  sockets.on('connection', (socket) => {
    socket.on('say', (word: string, answer: (heard: string) => void) => answer(`${name} heard ${word}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    close: async () => {
      await sockets.close();
    },
  };
}
