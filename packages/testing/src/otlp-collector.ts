import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

type Value = { stringValue?: string; intValue?: number | string; boolValue?: boolean };
type Attribute = { key: string; value: Value };
type OtlpSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: Attribute[];
};
type Export = {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: OtlpSpan[] }[] }[];
};

export type CollectedSpan = {
  service: string;
  name: string;
  kind: number;
  traceId: string;
  spanId: string;
  /** undefined for the first of a trace */
  parentId: string | undefined;
  attributes: Record<string, unknown>;
  ms: number;
};

export type OtlpCollector = {
  /** for OTEL_EXPORTER_OTLP_ENDPOINT */
  url: string;
  spans: CollectedSpan[];
  /** the headers of the exports, in order */
  headers: http.IncomingHttpHeaders[];
  close: () => Promise<void>;
};

const MOST = 20_000;

/** A loopback OpenTelemetry collector: OTLP over HTTP with JSON; `GET /?trace=<id>` for other processes. It keeps the newest. */
export async function startOtlpCollector(port = 0): Promise<OtlpCollector> {
  const spans: CollectedSpan[] = [];
  const headers: http.IncomingHttpHeaders[] = [];
  const take = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    if (request.method === 'GET') {
      const { searchParams } = new URL(request.url ?? '/', 'http://collector');
      const asked = spans.filter(({ traceId }) => traceId === searchParams.get('trace'));
      return void response.end(JSON.stringify(asked));
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const isOurs = request.method === 'POST' && request.url === '/v1/traces';
    if (!isOurs || request.headers['content-type'] !== 'application/json') {
      return void response.writeHead(404).end();
    }
    headers.push(request.headers);
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    spans.push(...spansOf(JSON.parse(text.toString()) as Export));
    if (spans.length > MOST) spans.splice(0, spans.length - MOST);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  };
  const server = http.createServer((request, response) => void take(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    headers,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const spansOf = ({ resourceSpans }: Export): CollectedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(plain(resource.attributes)['service.name']);
    return scopeSpans.flatMap((scope) =>
      scope.spans.map((span) => ({
        service,
        name: span.name,
        kind: span.kind,
        traceId: span.traceId,
        spanId: span.spanId,
        parentId: span.parentSpanId || undefined,
        attributes: plain(span.attributes),
        ms: Number(BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)) / 1e6,
      })),
    );
  });

const plain = (attributes: readonly Attribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
