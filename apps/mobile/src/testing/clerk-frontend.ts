import { createSign, generateKeyPairSync, randomUUID, verify } from 'node:crypto';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { environment, person, USER } from './clerk-resources';
import { signIns, type Refusal, type SignIn, type Strategy } from './clerk-sign-ins';

const HOST = 'clerk.vaktplan.test';
export const PUBLISHABLE_KEY = `pk_test_${Buffer.from(`${HOST}$`).toString('base64')}`;
export const ORGANIZATION = 'org_nord';

type Asked = { method: string; path: string; authorization: string; form: URLSearchParams };
type Client = { signIn: SignIn | null; isSignedIn: boolean; organization: string | null };
type Told = { status: number; body: unknown };
type Account = {
  /** What is asked for after the password; none: nothing is. */
  second?: readonly Strategy[];
  /** Because the account has a second factor, or because Clerk has not seen this phone yet. */
  asks?: 'needs_second_factor' | 'needs_client_trust';
  organizations?: readonly string[];
};

/**
 * Clerk's Frontend API as far as signing in goes, on the loopback: clients by their token, sign-ins by password and a second
 * factor, session tokens of a minute signed with the instance's key. Requests to the instance's name are led to it.
 */
export async function startClerk({
  second = [],
  asks = 'needs_second_factor',
  organizations = [ORGANIZATION],
}: Account = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked: Asked[] = [];
  const clients = new Map<string, Client>();
  const state = { status: 200, isReachable: true, minutesLater: 0 };
  const account = signIns(second, asks, () => Date.now() + state.minutesLater * 60_000);

  const sessionToken = ({ organization }: Client): string => {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const o = organization ? { o: { id: organization, rol: 'member', slg: 'nord' } } : {};
    const claims = {
      v: 2,
      iss: `https://${HOST}`,
      sub: USER.id,
      sid: 'sess_1',
      sts: 'active',
      iat: now,
      nbf: now - 1,
      exp: now + 60,
      ...o,
    };
    const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: 'ins_1' })}.${part(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  };
  const session = (client: Client) => ({
    object: 'session',
    id: 'sess_1',
    status: 'active',
    expire_at: Date.now() + 86_400_000,
    abandon_at: Date.now() + 86_400_000,
    last_active_at: Date.now(),
    last_active_organization_id: client.organization,
    actor: null,
    tasks: null,
    user: person(organizations),
    public_user_data: { user_id: USER.id, identifier: USER.email },
    factor_verification_age: [0, -1],
    last_active_token: { object: 'token', jwt: sessionToken(client) },
    created_at: Date.now(),
    updated_at: Date.now(),
  });
  const clientJson = (client: Client) => ({
    object: 'client',
    id: 'client_1',
    sessions: client.isSignedIn ? [session(client)] : [],
    sign_in: client.signIn && account.json(client.signIn),
    sign_up: null,
    last_active_session_id: client.isSignedIn ? 'sess_1' : null,
    cookie_expires_at: null,
    captcha_bypass: true,
    created_at: Date.now(),
    updated_at: Date.now(),
  });
  const refusal = (status: number, code: string): Told => ({
    status,
    body: { errors: [{ code, message: code, long_message: code }] },
  });

  function step(path: string, form: URLSearchParams, { signIn }: Client): SignIn | Refusal {
    if (path === '/v1/client/sign_ins') return account.password(form.get('password'));
    if (!signIn) return { status: 404, code: 'resource_not_found' };
    return path.endsWith('/prepare_second_factor')
      ? account.prepare(signIn, form)
      : account.attempt(signIn, form);
  }

  function answer({ method, path, form }: Asked, client: Client): Told {
    const ok = (response: unknown): Told => ({ status: 200, body: { response, client: clientJson(client) } });
    if (path === '/v1/environment') return { status: 200, body: environment };
    if (path === '/v1/client/sessions' && method === 'DELETE') {
      client.isSignedIn = false;
      return ok(clientJson(client));
    }
    if (path === '/v1/client') return ok(clientJson(client));
    if (path.startsWith('/v1/client/sign_ins')) {
      const next = step(path, form, client);
      if ('code' in next) return refusal(next.status, next.code);
      client.signIn = next;
      client.isSignedIn = next.status === 'complete';
      return ok(account.json(next));
    }
    if (path === '/v1/client/sessions/sess_1/touch') {
      client.organization = form.get('active_organization_id') || client.organization;
      return ok(session(client));
    }
    if (path === '/v1/client/sessions/sess_1/tokens')
      return { status: 200, body: { object: 'token', jwt: sessionToken(client) } };
    return refusal(404, 'resource_not_found');
  }

  const server = createServer((request, response) => {
    void read(request).then((one) => {
      asked.push(one);
      const known = one.authorization && clients.has(one.authorization) ? one.authorization : null;
      const token = known ?? `client.${randomUUID()}`;
      const client = clients.get(token) ?? { signIn: null, isSignedIn: false, organization: null };
      clients.set(token, client);
      const { status, body } =
        state.status === 200 ? answer(one, client) : refusal(state.status, 'unexpected');
      response.writeHead(status, { 'content-type': 'application/json', authorization: token });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const before = globalThis.fetch;
  const strangers: string[] = [];
  const connected: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== HOST) strangers.push(url.host);
    if (url.host !== HOST || !state.isReachable) throw new TypeError('Network request failed');
    return overHttp(`http://127.0.0.1:${port}${url.pathname}${url.search}`, init ?? {});
  };
  return {
    asked,
    state,
    /** Codes that were sent, the last one last. */
    messages: account.messages,
    /** The sign-in that was begun is over, as after a day. */
    forgetSignIns: () => clients.forEach((client) => (client.signIn = null)),
    /** Takes the place of the network until it is stopped. */
    connect: () => {
      globalThis.fetch = connected;
    },
    /** Hosts that were asked for besides. */
    strangers,
    /** Would the API take it? Signed by the instance. */
    isGood: (token: string): boolean => {
      const [head, claims, signature] = token.split('.');
      return verify(
        'RSA-SHA256',
        Buffer.from(`${head}.${claims}`),
        publicKey,
        Buffer.from(signature ?? '', 'base64url'),
      );
    },
    stop: async () => {
      globalThis.fetch = before;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** React Native's own fetch has no network under Jest. */
const overHttp = (url: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers: Object.fromEntries(new Headers(headers)) }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () =>
        resolve(
          new Response(text, {
            status: answer.statusCode ?? 500,
            headers: {
              authorization: answer.headers.authorization ?? '',
              'content-type': 'application/json',
            },
          }),
        ),
      );
    });
    sent.on('error', reject);
    void new Response(body ?? null).text().then((text) => sent.end(text));
  });

async function read(request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://clerk');
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return {
    method: url.searchParams.get('_method') ?? request.method ?? 'GET',
    path: url.pathname,
    authorization: request.headers.authorization ?? '',
    form: new URLSearchParams(text),
  };
}
