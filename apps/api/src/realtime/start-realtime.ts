import type { Server as HttpServer } from 'node:http';
import { room } from '@vaktplan/contracts/socket';
import { createRedis } from '@vaktplan/platform/redis';
import type { Redis } from 'ioredis';
import type { Services } from '../services.ts';
import { roomsOf, SocketRefused } from './admit-socket.ts';
import { closeOnFlood } from './flood.ts';
import { passOnPresence } from './here.ts';
import { watchHearing } from './hearing.ts';
import { createPresence } from './presence.ts';
import { createSocketServer, type RealtimeServer, type RealtimeSocket, settle } from './socket-server.ts';
import type { Ticket } from './ticket.ts';

/** A page that reloads is not gone. */
const GONE_AFTER_MS = 15_000;

/** The adapter asks each second for what is new, and is answered within it. */
const SILENCE_MS = 4_000;

/** The adapter waits for none of some commands; one that is cut off as we close must not look like a bug. */
function forgiving(redis: Redis): Redis {
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, stream) => {
    const sent = send(command, stream);
    Promise.resolve(sent).catch(() => undefined);
    return sent;
  };
  return redis;
}

/** The adapter makes copies of its connection and forgets them; here they end with the original. */
function openRedis({ env, log }: Services): { redis: Redis; disconnect: () => void } {
  const redis = forgiving(createRedis(env.REDIS_URL, 'subscriber', { log, silenceMs: SILENCE_MS }));
  const opened = [redis];
  const duplicate = redis.duplicate.bind(redis);
  redis.duplicate = (override) => {
    const copy = forgiving(duplicate(override));
    opened.push(copy);
    return copy;
  };
  return {
    redis,
    disconnect: () => {
      for (const one of opened) one.disconnect();
    },
  };
}

export type Realtime = { io: RealtimeServer; close: () => Promise<void> };

/** Sockets listen, and say where in a schedule they are. Each is looked at again from time to time, since roles and sessions end. */
export function startRealtime(http: HttpServer, services: Services): Realtime {
  const { log, env, metrics } = services;
  const { redis, disconnect } = openRedis(services);
  const hearing = watchHearing(redis, () => {
    for (const socket of io.of('/').sockets.values()) socket.conn.close(true);
  });
  const io = createSocketServer(http, services, redis, hearing.isDeaf);
  const presence = createPresence(services.redis);
  const timers = new Set<NodeJS.Timeout>();
  /** How to call off the next look at a socket: one a socket, however often it has been looked at. */
  const looks = new WeakMap<RealtimeSocket, () => void>();

  const later = (ms: number, work: () => Promise<void>): (() => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work().catch((err: unknown) => log.warn({ err }, 'realtime: could not look again'));
    }, ms).unref();
    timers.add(timer);
    return () => {
      clearTimeout(timer);
      timers.delete(timer);
    };
  };
  const tell = ({ organizationId, userId }: Ticket, online: boolean): boolean =>
    io.to(room.organization(organizationId)).emit('user:online', { userId, online });

  const enter = async (socket: RealtimeSocket): Promise<void> => {
    const isNew = await presence.enter(socket.data.userId, socket.id).catch(() => false);
    if (isNew) tell(socket.data, true);
  };
  const leave = async (socket: RealtimeSocket): Promise<void> => {
    await presence.drop(socket.data.userId, socket.id).catch(() => undefined);
    later(GONE_AFTER_MS, async () => {
      if (await presence.leave(socket.data.userId)) tell(socket.data, false);
    });
  };
  const recheck = async (socket: RealtimeSocket): Promise<void> => {
    try {
      await settle(socket, await roomsOf(services, socket.data));
      await enter(socket);
    } catch (error) {
      // a database that is away says nothing about the person
      if (error instanceof SocketRefused) return void socket.disconnect(true);
      log.warn({ err: error }, 'realtime: could not check a socket again');
    }
    if (socket.connected) watch(socket);
  };
  const watch = (socket: RealtimeSocket): void => {
    const jitter = 0.8 + Math.random() * 0.4;
    looks.set(
      socket,
      later(env.REALTIME_RECHECK_MS * jitter, () => recheck(socket)),
    );
  };

  io.on('connection', (socket) => {
    closeOnFlood(socket, log);
    passOnPresence(io, socket, services);
    watch(socket);
    socket.once('disconnect', () => {
      looks.get(socket)?.();
      void leave(socket);
    });
    void enter(socket);
  });
  const sockets = metrics.gauge({ name: 'realtime_sockets', help: 'Sockets connected to this instance' });
  const count = () => sockets.set(io.engine.clientsCount);
  io.engine.on('connection', (connection: { once: (name: 'close', listener: () => void) => void }) => {
    count();
    connection.once('close', () => setImmediate(count));
  });

  return {
    io,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      hearing.stop();
      // not io.close(): that would also end the HTTP server, whose requests under way have to be finished first
      io.engine.close();
      // sessions are being written for the instance that the clients turn to now
      if (redis.status === 'ready') await redis.ping().catch(() => undefined);
      await io.of('/').adapter.close();
      disconnect();
    },
  };
}
