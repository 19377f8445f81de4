import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { startOrigin, type Origin } from './origin.ts';
import { startWorker, type Limits } from './start-worker.ts';

export const ISSUER = 'http://issuer.test';
export const SECRET = 'the-secret-between-gateway-and-origins';
export const PAGE = 'https://partner.example.com';

export type Gateway = {
  url: string;
  api: Origin;
  web: Origin;
  /** A token as the product signs it; `changes` may break it. */
  sign: (changes?: JWTPayload, key?: CryptoKey) => Promise<string>;
  /** How often the keys were fetched. */
  keyFetches: () => number;
};

async function startKeys() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' };
  let fetches = 0;
  const server = createServer((_request, response) => {
    fetches++;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sign = (changes: JWTPayload = {}, key: CryptoKey = privateKey) =>
    new SignJWT({ sub: 'u1', sid: 's1', o: { id: 'org-1' }, iss: ISSUER, ...changes })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
      .setIssuedAt()
      .setExpirationTime(changes.exp ?? '5m')
      .sign(key);
  return { url: `http://127.0.0.1:${port}`, sign, fetches: () => fetches, close: () => server.close() };
}

/** The Worker with loopback services behind it. */
export async function startGateway(limits: Limits = {}): Promise<Gateway & { close: () => Promise<void> }> {
  const [api, web, keys] = await Promise.all([startOrigin('api'), startOrigin('web'), startKeys()]);
  const worker = await startWorker(
    {
      API_ORIGIN: api.url,
      WEB_ORIGIN: web.url,
      ORIGIN_SECRET: SECRET,
      JWKS_URL: keys.url,
      TOKEN_ISSUER: ISSUER,
      ALLOWED_ORIGINS: `${PAGE}, https://other.example.com`,
      ORIGIN_TIMEOUT_MS: '1500',
    },
    limits,
  );
  return {
    url: worker.url,
    api,
    web,
    sign: keys.sign,
    keyFetches: keys.fetches,
    close: async () => {
      await worker.close();
      keys.close();
      await Promise.all([api.close(), web.close()]);
    },
  };
}
