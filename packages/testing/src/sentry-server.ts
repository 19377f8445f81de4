import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export type SentryServer = {
  dsn: string;
  /** the envelopes as they came: one JSON a line */
  envelopes: string[];
  /** the events in them */
  events: () => Record<string, unknown>[];
  close: () => Promise<void>;
};

/** A loopback server that takes envelopes as Sentry's ingest does: the project's address and key, headers, items; `GET /` for other processes. */
export async function startSentryServer(): Promise<SentryServer> {
  const envelopes: string[] = [];
  const take = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    if (request.method === 'GET') return void response.end(JSON.stringify(envelopes));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sentry');
    const isOurs = request.method === 'POST' && pathname === '/api/7/envelope/';
    if (!isOurs || searchParams.get('sentry_key') !== 'public') return void response.writeHead(403).end();
    const body = Buffer.concat(chunks);
    envelopes.push((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString());
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  };
  const server = http.createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    dsn: `http://public@127.0.0.1:${(server.address() as AddressInfo).port}/7`,
    envelopes,
    events: () => envelopes.flatMap(eventsIn),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function eventsIn(envelope: string): Record<string, unknown>[] {
  const [, ...lines] = envelope
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return lines.filter((_line, at) => at % 2 === 1 && lines[at - 1]?.['type'] === 'event');
}
