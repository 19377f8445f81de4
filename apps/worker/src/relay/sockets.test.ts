import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import { appendEvent } from '@vaktplan/core/context/append-event';
import type { Ctx } from '@vaktplan/core/context/ctx';
import type { EventPayload, EventType } from '@vaktplan/contracts/events';
import { room, SIGNALS, type SignalName } from '@vaktplan/contracts/socket';
import { createRedis, whenReady } from '@vaktplan/platform/redis';
import { relayTest, testRedisUrl } from './relay.fixture.ts';

type Heard = { name: string; signal: unknown };
/** Which servers a socket has been warmed by. */
const warmed = new WeakMap<Heard[], Set<unknown>>();

/** A real Socket.io server as an API instance has it; the client names the rooms that the API would look up. */
const startSocketServer = async (stream: string) => {
  const redis = createRedis(testRedisUrl, 'subscriber');
  await whenReady(redis, 5_000);
  const http = createServer();
  const server = new Server(http, {
    adapter: createAdapter(redis, { streamName: stream, blockTimeInMs: 100 }),
    connectionStateRecovery: {},
  });
  server.on('connection', (socket) => socket.join(socket.handshake.auth['rooms'] as string[]));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const clients: Socket[] = [];
  return {
    /** Tells every socket of all servers. */
    warm: (from: number) => server.emit('warm', from),
    connect: async (...rooms: string[]): Promise<Heard[]> => {
      const { port } = http.address() as AddressInfo;
      const client = io(`http://127.0.0.1:${port}`, { auth: { rooms }, transports: ['websocket'] });
      clients.push(client);
      const heard: Heard[] = [];
      const warmBy = new Set<unknown>();
      warmed.set(heard, warmBy);
      client.onAny((name: string, signal: unknown) =>
        name === 'warm' ? warmBy.add(signal) : heard.push({ name, signal }),
      );
      await new Promise<void>((resolve) => client.once('connect', resolve));
      return heard;
    },
    close: async () => {
      for (const client of clients) client.disconnect();
      await server.close();
      redis.disconnect();
    },
  };
};

const socketTest = relayTest.extend<{ servers: Awaited<ReturnType<typeof startSocketServer>>[] }>({
  servers: async ({ stand }, use) => {
    const servers = await Promise.all([startSocketServer(stand.stream), startSocketServer(stand.stream)]);
    await use(servers);
    for (const server of servers) await server.close();
  },
});

const tell = <T extends EventType>(ctx: Ctx, type: T, payload: EventPayload<T>): Promise<string> =>
  ctx.db.transaction(ctx.orgId, (tx) =>
    appendEvent(tx, ctx, type, { type: 'x', id: 'x', version: 1 }, payload),
  );

const [here, there, ida, bo, userOfIda] = Array.from({ length: 5 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
];
const names = (heard: Heard[]) => heard.map(({ name }) => name);

/** An adapter that has read nothing yet begins with what comes after it asked: what came in between two askings is gone. */
const untilBothRead = (servers: readonly { warm: (from: number) => void }[], heard: readonly Heard[][]) =>
  expect
    .poll(() => {
      for (const [nr, server] of servers.entries()) server.warm(nr);
      return heard.every((one) => warmed.get(one)?.size === servers.length);
    })
    .toBe(true);

socketTest(
  'each signal reaches its rooms on every instance, and nobody else',
  async ({ ctx, stand, servers }) => {
    const [a, b] = servers as [(typeof servers)[0], (typeof servers)[0]];
    const manager = await a.connect(room.location(here));
    const otherManager = await b.connect(room.location(there));
    const onIda = await b.connect(room.employee(ida), room.user(userOfIda));
    const onBo = await a.connect(room.employee(bo));
    await untilBothRead(servers, [manager, otherManager, onIda, onBo]);
    stand.start();

    const shift = {
      shiftId: randomUUID(),
      scheduleId: randomUUID(),
      locationId: here,
      departmentId: randomUUID(),
      employeeId: ida,
      localDate: '2025-12-01',
      version: 3,
    };
    await tell(ctx, 'shift.created', shift);
    await tell(ctx, 'shift.updated', shift);
    await tell(ctx, 'shift.deleted', shift);
    const period = { startDate: '2025-12-01', endDate: '2025-12-07' };
    const about = { publicationId: randomUUID(), locationId: here, ...period, shiftIds: [] };
    await tell(ctx, 'schedule.published', { ...about, affectedEmployeeIds: [ida], notifyEmployeeIds: [] });
    await tell(ctx, 'schedule.unpublished', { ...about, affectedEmployeeIds: [ida] });
    const punch = { timeEntryId: randomUUID(), punchId: randomUUID(), employeeId: ida, locationId: here };
    await tell(ctx, 'timeEntry.started', { ...punch, state: 'open', version: 1 });
    await tell(ctx, 'notification.created', { notificationId: randomUUID(), userId: userOfIda });
    await tell(ctx, 'timeEntry.completed', {
      ...punch,
      employeeId: bo,
      locationId: there,
      state: 'complete',
      version: 2,
    });

    await expect
      .poll(() => names(manager))
      .toEqual([
        'shift:created',
        'shift:updated',
        'shift:deleted',
        'schedule:published',
        'schedule:published',
        'time-entry:updated',
      ]);
    await expect
      .poll(() => names(onIda))
      .toEqual(['schedule:published', 'schedule:published', 'time-entry:updated', 'notification:new']);
    await expect.poll(() => names(onBo)).toEqual(['time-entry:updated']);
    await expect.poll(() => names(otherManager)).toEqual(['time-entry:updated']);

    expect(manager[0]?.signal).toEqual({
      id: shift.shiftId,
      version: 3,
      scheduleId: shift.scheduleId,
      locationId: here,
      localDate: '2025-12-01',
    });
    for (const { name, signal } of [...manager, ...onIda, ...onBo]) {
      expect(SIGNALS[name as SignalName].strict().safeParse(signal).error).toBeUndefined();
    }
  },
);
