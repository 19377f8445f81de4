import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { freePort } from '@vaktplan/testing/free-port';
import { makeCertificates } from '../../../../scripts/lib/certificates.mjs';
import { signServiceToken } from '../auth/service-token.ts';
import { listenMutually } from '../http/mutual-tls.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

type Guarded = { app: TestApp; port: number; folder: string; strangers: string };
const guardedTest = httpTest.extend<{ guarded: Guarded }>({
  guarded: async ({ testDatabase }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vaktplan-certs-'));
    const strangers = mkdtempSync(path.join(tmpdir(), 'vaktplan-certs-'));
    makeCertificates(folder, { hosts: ['localhost', '127.0.0.1'], services: ['worker', 'web'] });
    makeCertificates(strangers, { hosts: ['localhost'], services: ['worker'] });
    const port = await freePort();
    const app = await createTestApp(testDatabase, {
      env: {
        HOST: '127.0.0.1',
        INTERNAL_TLS_PORT: String(port),
        INTERNAL_TLS_CERT: path.join(folder, 'server.crt'),
        INTERNAL_TLS_KEY: readFileSync(path.join(folder, 'server.key'), 'utf8'),
        INTERNAL_TLS_CA: path.join(folder, 'ca.crt'),
      },
    });
    const close = await listenMutually(app.services.env, app.nest.getHttpAdapter().getInstance());
    await use({ app, port, folder, strangers });
    await close();
    await app.close();
    for (const one of [folder, strangers]) rmSync(one, { recursive: true, force: true });
  },
});

const tokenFor = ({ app }: Guarded, service: string): Promise<string> =>
  signServiceToken(app.services.env.SERVICE_TOKEN_SECRET, { service, permissions: ['read:health'] });

/** The status; an error where the handshake fails. `who`: whose certificate is shown, if any. */
async function call({ port, folder }: Guarded, who: string | undefined, token?: string): Promise<number> {
  const own = who && { cert: readFileSync(`${who}.crt`), key: readFileSync(`${who}.key`) };
  const sent = request({
    port,
    host: '127.0.0.1',
    path: '/internal/health',
    agent: false,
    ca: readFileSync(path.join(folder, 'ca.crt')),
    ...own,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  }).end();
  const [answer] = await once(sent, 'response');
  answer.resume();
  return answer.statusCode;
}

// openssl makes the certificates; a machine without it skips these
describe.runIf(hasOpenssl)('certificates on both sides', () => {
  guardedTest('who shows none, or a stranger’s, gets no request through', async ({ guarded }) => {
    const token = await tokenFor(guarded, 'worker');
    await expect(call(guarded, undefined, token)).rejects.toThrow();
    await expect(call(guarded, path.join(guarded.strangers, 'worker'), token)).rejects.toThrow();
  });

  guardedTest('a certificate and the token of the same service are served', async ({ guarded }) => {
    const worker = path.join(guarded.folder, 'worker');
    expect(await call(guarded, worker, await tokenFor(guarded, 'worker'))).toBe(200);
    expect(await call(guarded, worker)).toBe(401);
    // a token in other hands
    expect(await call(guarded, worker, await tokenFor(guarded, 'web'))).toBe(403);
  });

  guardedTest('the open port no longer serves what is internal', async ({ guarded }) => {
    const authorization = `Bearer ${await tokenFor(guarded, 'worker')}`;
    const answer = await guarded.app.inject({ url: '/internal/health', headers: { authorization } });
    expect(answer.statusCode).toBe(403);
  });
});
