import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = path.join(import.meta.dirname, 'pin-images.mjs');
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

/** A registry that speaks as Docker Hub does: a token for anybody, then the digest in a header. */
async function startRegistry(digests: Record<string, string>) {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://registry');
    if (url.pathname === '/token') {
      response.setHeader('content-type', 'application/json');
      return void response.end(JSON.stringify({ token: `for ${url.searchParams.get('scope')}` }));
    }
    const [, repository, tag] = /^\/v2\/(.+)\/manifests\/(.+)$/.exec(url.pathname) ?? [];
    const scope = `repository:${repository}:pull`;
    if (request.headers.authorization !== `Bearer for ${scope}`) {
      const realm = `http://${request.headers.host}/token`;
      response.setHeader('www-authenticate', `Bearer realm="${realm}",service="here",scope="${scope}"`);
      return void response.writeHead(401).end();
    }
    const found = digests[`${repository}:${tag}`];
    if (found) response.setHeader('docker-content-digest', found);
    response.writeHead(found && request.headers.accept?.includes('image.index') ? 200 : 404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

test('every image gets the digest of its tag, and another one when the tag has moved', async () => {
  const digests: Record<string, string> = { 'library/node:24': digest('a'), 'grafana/loki:3': digest('b') };
  const { host, close } = await startRegistry(digests);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vaktplan-pin-'));
  const docker = path.join(folder, 'dockerfiles/Dockerfile.api');
  const compose = path.join(folder, 'docker-compose.yml');
  mkdirSync(path.dirname(docker));
  writeFileSync(
    docker,
    `FROM ${host}/library/node:24 AS base\nFROM base AS build\nFROM ${host}/library/node:24\nUSER node\n`,
  );
  writeFileSync(compose, `services:\n  loki:\n    image: ${host}/grafana/loki:3\n    ports: ['1:1']\n`);
  const run = async (...args: string[]) =>
    (
      await promisify(execFile)(process.execPath, [script, ...args], {
        env: { ...process.env, PIN_ROOT: folder },
      })
    ).stdout;

  expect((await run('--check')).trim().split('\n')).toHaveLength(3);
  await run();
  expect(await run('--check')).toBe('');
  const node = (letter: string) => `${host}/library/node:24@${digest(letter)}`;
  expect(readFileSync(docker, 'utf8')).toBe(
    `FROM ${node('a')} AS base\nFROM base AS build\nFROM ${node('a')}\nUSER node\n`,
  );
  expect(readFileSync(compose, 'utf8')).toContain(`image: ${host}/grafana/loki:3@${digest('b')}\n`);
  digests['library/node:24'] = digest('c');
  await run();
  expect(readFileSync(docker, 'utf8')).toContain(`FROM ${node('c')} AS base\n`);

  // nothing is written when one cannot be told
  delete digests['grafana/loki:3'];
  digests['library/node:24'] = digest('d');
  await expect(run()).rejects.toThrow(/loki/);
  expect(readFileSync(docker, 'utf8')).toContain(digest('c'));
  close();
  rmSync(folder, { recursive: true, force: true });
});
