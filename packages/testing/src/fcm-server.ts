import { once } from 'node:events';
import http from 'node:http';
import { readJwt, signingKey, type PushAnswer } from './push-server.ts';

export type FcmMessage = {
  token: string;
  data: Record<string, string>;
  android: { priority: string; ttl: string; collapse_key: string };
};
export type FcmServer = Awaited<ReturnType<typeof startFcmServer>>;

/** FCM's own error, as it says why a message was not taken. */
export const fcmError = (
  status: number,
  errorCode: string,
  headers: Record<string, string> = {},
): PushAnswer => ({
  status,
  headers,
  body: {
    error: {
      code: status,
      message: `Because of ${errorCode}`,
      details: [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode }],
    },
  },
});

/** A loopback server that speaks Google's OAuth token endpoint and FCM's HTTP v1 messages:send. */
export async function startFcmServer() {
  const { pem, publicKey } = signingKey('rsa');
  const messages: FcmMessage[] = [];
  const planned: PushAnswer[] = [];
  let tokens = 0;
  let requests = 0;
  let valid = '';

  const server = http.createServer();
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (request.url === '/token') {
      const form = new URLSearchParams(text);
      const jwt = readJwt(form.get('assertion') ?? '', publicKey);
      const claims = jwt?.claims ?? {};
      const good =
        form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
        claims['iss'] === account.client_email &&
        claims['aud'] === account.token_uri &&
        claims['scope'] === 'https://www.googleapis.com/auth/firebase.messaging' &&
        Number(claims['exp']) - Number(claims['iat']) <= 3600;
      if (!good) return reply(400, { error: 'invalid_grant' });
      valid = `ya29.${++tokens}`;
      return reply(200, { access_token: valid, expires_in: 3599, token_type: 'Bearer' });
    }
    requests++;
    const instead = planned.shift();
    if (instead === 'hang') return;
    if (instead === 'drop') return void request.socket.destroy();
    if (instead) return reply(instead.status, instead.body ?? {}, instead.headers);
    if (request.method !== 'POST' || request.url !== `/v1/projects/${account.project_id}/messages:send`)
      return reply(404, { error: { message: 'no such method' } });
    if (request.headers.authorization !== `Bearer ${valid}`)
      return reply(401, { error: { code: 401, message: 'Request had invalid authentication credentials.' } });
    if (text.length > 4096) return reply(400, { error: { code: 400, message: 'Message is too big' } });
    const { message } = JSON.parse(text) as { message: FcmMessage };
    const odd = Object.values(message.data).some((value) => typeof value !== 'string');
    if (odd) return reply(400, { error: { code: 400, message: 'data must hold strings' } });
    messages.push(message);
    reply(200, { name: `projects/${account.project_id}/messages/${messages.length}` });
  };
  server.on('request', (request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const url = `http://127.0.0.1:${address.port}`;
  const account = {
    project_id: 'vaktplan-test',
    client_email: 'push@vaktplan-test.iam.gserviceaccount.com',
    private_key: pem,
    token_uri: `${url}/token`,
  };
  return {
    url,
    account,
    /** what was taken, in order */
    messages,
    tokens: (): number => tokens,
    requests: (): number => requests,
    /** The token that it gave is worth nothing any more. */
    revoke: (): void => void (valid = ''),
    answerNext: (...answers: PushAnswer[]): void => void planned.push(...answers),
    close: async (): Promise<void> => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
