import { createServer, type Server } from 'node:net';
import os from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { choosePort, freePort, tryPort } from './ports.mjs';

const held: Server[] = [];
afterEach(() => {
  for (const server of held.splice(0)) server.close();
});

const hold = (port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    const server = createServer().once('error', reject);
    held.push(server);
    server.listen(port, host, () => resolve());
  });

test('a free port can be bound', async () => {
  const port = await freePort();
  expect(await tryPort(port)).toBe(port);
});

const hasIpv6 = Object.values(os.networkInterfaces()).some((each) =>
  each?.some(({ address }) => address === '::1'),
);

test.each(['127.0.0.1', '0.0.0.0', ...(hasIpv6 ? ['::1'] : [])])(
  'a port taken on %s is passed over',
  async (host) => {
    const port = await freePort();
    await hold(port, host);
    expect(await choosePort(port)).not.toBe(port);
  },
);

test('the preferred port is kept while it is free, and not given away twice', async () => {
  const port = await freePort();
  expect(await choosePort(port)).toBe(port);
  expect(await choosePort(port, new Set([port]))).not.toBe(port);
});
