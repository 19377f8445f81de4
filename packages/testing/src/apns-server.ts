import { once } from 'node:events';
import http2 from 'node:http2';
import { readJwt, signingKey, type PushAnswer } from './push-server.ts';

export type ApnsMessage = {
  token: string;
  headers: Record<string, string>;
  body: { aps: Record<string, unknown>; body: Record<string, string> };
};
export type ApnsServer = Awaited<ReturnType<typeof startApnsServer>>;

/** A loopback server that speaks Apple's HTTP/2 push protocol, with its provider tokens. `now` in milliseconds. */
export async function startApnsServer(now: () => number = Date.now) {
  const { pem, publicKey } = signingKey('ec');
  const key = { key: pem, keyId: 'KEY1234567', teamId: 'TEAM123456', topic: 'app.vaktplan' };
  const messages: ApnsMessage[] = [];
  const planned: (PushAnswer | 'goaway')[] = [];
  const sessions = new Set<http2.ServerHttp2Session>();
  const seen = new Set<string>();
  let connections = 0;

  const server = http2.createServer();
  server.on('session', (session) => {
    connections++;
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    session.on('error', () => undefined);
  });

  const refusalOf = (headers: http2.IncomingHttpHeaders): [number, string] | undefined => {
    const bearer = /^bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const jwt = readJwt(bearer, publicKey);
    if (!bearer) return [403, 'MissingProviderToken'];
    if (jwt?.header['kid'] !== key.keyId || jwt.claims['iss'] !== key.teamId)
      return [403, 'InvalidProviderToken'];
    if (now() / 1000 - Number(jwt.claims['iat']) > 3600) return [403, 'ExpiredProviderToken'];
    seen.add(bearer);
    if (headers['apns-topic'] !== key.topic) return [400, 'TopicDisallowed'];
    if (Buffer.byteLength(String(headers['apns-collapse-id'])) > 64) return [400, 'BadCollapseId'];
    return undefined;
  };

  const answer = async (
    stream: http2.ServerHttp2Stream,
    headers: http2.IncomingHttpHeaders,
  ): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const reply = (status: number, body?: unknown, more: Record<string, string> = {}): void => {
      stream.respond({ ':status': status, ...more });
      stream.end(body === undefined ? undefined : JSON.stringify(body));
    };
    const instead = planned.shift();
    if (instead === 'hang') return;
    if (instead === 'drop') return stream.session?.destroy();
    if (instead === 'goaway') stream.session?.goaway();
    else if (instead) return reply(instead.status, instead.body, instead.headers);
    const token = /^\/3\/device\/([0-9a-f]+)$/.exec(String(headers[':path']))?.[1];
    if (headers[':method'] !== 'POST' || !token) return reply(400, { reason: 'BadDeviceToken' });
    const refused = refusalOf(headers);
    if (refused) return reply(refused[0], { reason: refused[1] });
    const text = Buffer.concat(chunks).toString();
    if (Buffer.byteLength(text) > 4096) return reply(413, { reason: 'PayloadTooLarge' });
    const own = Object.entries(headers).filter(([name]) => name.startsWith('apns-'));
    messages.push({
      token,
      headers: Object.fromEntries(own) as Record<string, string>,
      body: JSON.parse(text),
    });
    reply(200);
  };
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    answer(stream, headers).catch(() => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    key,
    messages,
    connections: (): number => connections,
    /** different provider tokens that were good */
    providerTokens: (): number => seen.size,
    answerNext: (...answers: (PushAnswer | 'goaway')[]): void => void planned.push(...answers),
    close: async (): Promise<void> => {
      const closed = once(server, 'close');
      server.close();
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
}
