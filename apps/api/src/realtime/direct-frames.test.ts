import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { createAdapter } from '@socket.io/redis-streams-adapter';
import { Server } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { expect, test, vi } from 'vitest';
import { makeWholeFrames, writeFramesDirectly } from './direct-frames.ts';

type InMemory = new (namespace: unknown) => ReturnType<ReturnType<typeof createAdapter>>;

test.each(['websocket', 'polling'] as const)(
  'broadcasts and single packets keep their order over %s, more than a connection takes at once',
  async (transport) => {
    const http = createServer();
    const server = new Server(http);
    const Adapter = server.adapter() as unknown as InMemory;
    server.adapter(makeWholeFrames((namespace: unknown) => new Adapter(namespace)));
    server.engine.on('connection', writeFramesDirectly);
    await once(http.listen(0, '127.0.0.1'), 'listening');
    const joined = new Promise<{ emit: (name: string, ...data: unknown[]) => unknown }>((resolve) =>
      server.on('connection', resolve),
    );
    const client = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
      transports: [transport],
      reconnection: false,
    });
    const heard: number[] = [];
    client.on('change', (nr: number) => heard.push(nr));
    const one = await joined;

    const numbers = Array.from({ length: 600 }, (_, nr) => nr);
    const large = 'ø'.repeat(10_000);
    for (const nr of numbers) (nr % 5 === 0 ? one : server).emit('change', nr, large);
    await vi.waitFor(() => expect(heard).toHaveLength(numbers.length), 10_000);
    expect(heard).toEqual(numbers);
    client.disconnect();
    await server.close();
  },
);
