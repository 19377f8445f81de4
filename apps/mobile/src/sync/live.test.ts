import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followLive } from './live';

/** A server as ours: one ticket for one connection. */
async function startServer() {
  const http = createServer();
  const io = new Server(http, { path: '/realtime' });
  const good = new Set<string>();
  const seen = { tickets: 0, connections: 0, refuses: false };
  io.use((socket, next) => {
    const { ticket } = socket.handshake.auth as { ticket?: string };
    next(!seen.refuses && ticket && good.delete(ticket) ? undefined : new Error('unauthenticated'));
  });
  io.on('connection', () => (seen.connections += 1));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    io,
    seen,
    askForTicket: async () => {
      const ticket = `ticket-${(seen.tickets += 1)}`;
      good.add(ticket);
      return { ticket, url, expiresAt: '2026-11-22T10:00:00Z' };
    },
  };
}

let server: Awaited<ReturnType<typeof startServer>>;
let stop: () => void = () => undefined;
beforeEach(async () => (server = await startServer()));
afterEach(async () => {
  stop();
  await server.io.close();
});
const quiet = { random: () => 0, gapMs: 400 };
const patience = { timeout: 15_000 };

test('a burst is one look; one that comes while another is on its way is looked at after it', async () => {
  let finish: () => void = () => undefined;
  const look = vi.fn<() => Promise<void>>(() => new Promise<void>((resolve) => (finish = resolve)));
  stop = followLive({ askForTicket: server.askForTicket, look, ...quiet });
  // the connection itself is the first reason: something may have been missed before
  await expect.poll(() => look.mock.calls.length, patience).toBe(1);
  for (let i = 0; i < 100; i++) server.io.emit('shift.updated', { id: i });
  await expect.poll(() => server.io.engine.clientsCount).toBe(1);
  expect(look).toHaveBeenCalledTimes(1);
  finish();
  await expect.poll(() => look.mock.calls.length, patience).toBe(2);
  finish();
  // a hundred were two looks, and no third is planned
  await new Promise((resolve) => server.io.timeout(1).emit('shift.updated', {}, resolve));
  await expect.poll(() => look.mock.calls.length, patience).toBe(3);
});

test('signals without end neither starve the look nor make a storm of them', async () => {
  const look = vi.fn<() => Promise<void>>(async () => undefined);
  stop = followLive({ askForTicket: server.askForTicket, look, ...quiet });
  await expect.poll(() => server.seen.connections, patience).toBe(1);
  const flood = setInterval(() => server.io.emit('punch.recorded', {}), 20);
  const began = performance.now();
  await expect.poll(() => look.mock.calls.length, patience).toBe(3);
  clearInterval(flood);
  expect(performance.now() - began).toBeGreaterThan(700);
});

test('thrown off by the network it comes back with a new ticket and looks once for all it missed', async () => {
  const look = vi.fn<() => Promise<void>>(async () => undefined);
  stop = followLive({ askForTicket: server.askForTicket, look, ...quiet });
  await expect.poll(() => look.mock.calls.length, patience).toBe(1);
  for (const socket of server.io.sockets.sockets.values()) socket.conn.close();
  await expect.poll(() => server.seen.connections, patience).toBe(2);
  await expect.poll(() => look.mock.calls.length, patience).toBe(2);
  expect(server.seen.tickets).toBe(2);
});

test('sent away or refused it begins anew, with pauses and not at once', async () => {
  const look = vi.fn<() => Promise<void>>(async () => undefined);
  stop = followLive({ askForTicket: server.askForTicket, look, ...quiet });
  await expect.poll(() => server.seen.connections, patience).toBe(1);
  server.seen.refuses = true;
  server.io.disconnectSockets();
  const before = server.seen.tickets;
  const began = performance.now();
  await expect.poll(() => server.seen.tickets, patience).toBe(before + 2);
  expect(performance.now() - began).toBeGreaterThan(900);
  server.seen.refuses = false;
  await expect.poll(() => server.seen.connections, patience).toBe(2);
});

test('without a ticket it asks again; stopped, it neither looks nor stays connected', async () => {
  const look = vi.fn<() => Promise<void>>(async () => undefined);
  let isOffline = true;
  const askForTicket = async () => {
    if (!isOffline) return server.askForTicket();
    isOffline = false;
    return null;
  };
  stop = followLive({ askForTicket, look, ...quiet });
  await expect.poll(() => server.seen.connections, patience).toBe(1);
  stop();
  await expect.poll(() => server.io.engine.clientsCount, patience).toBe(0);
  expect(look).not.toHaveBeenCalled();
});
