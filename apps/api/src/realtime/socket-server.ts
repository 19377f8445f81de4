import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { PresenceToServer } from '@vaktplan/contracts/presence';
import { locationOfWeek, room, SOCKET_STREAM, type ServerToClient } from '@vaktplan/contracts/socket';
import type { Redis } from 'ioredis';
import { Server, type Socket } from 'socket.io';
import type { Env } from '../env.ts';
import { isFromGateway } from '../http/origin-secret.ts';
import type { Services } from '../services.ts';
import { makeWholeFrames, writeFramesDirectly } from './direct-frames.ts';
import { openTicket, roomsOf, SocketRefused } from './admit-socket.ts';
import type { Ticket } from './ticket.ts';
import { traceSignals } from './trace-signals.ts';

type Nothing = Record<string, never>;
export type RealtimeServer = Server<PresenceToServer, ServerToClient, Nothing, Ticket>;
export type RealtimeSocket = Socket<PresenceToServer, ServerToClient, Nothing, Ticket>;

const MAX_FRAME_BYTES = 16_384;

const isOurs = ({ PUBLIC_WEB_URL, APP_ORIGINS }: Env, origin: string): boolean =>
  origin === PUBLIC_WEB_URL ||
  origin === PUBLIC_WEB_URL.replace('//localhost', '//127.0.0.1') ||
  APP_ORIGINS.includes(origin);

/** Socket.io on the API's own HTTP server; what one instance is told, the sockets of all of them hear. While it `isDeaf` itself it takes none. */
export function createSocketServer(
  http: HttpServer,
  services: Services,
  redis: Redis,
  isDeaf: () => boolean,
): RealtimeServer {
  const { PUBLIC_WEB_URL, APP_ORIGINS, ORIGIN_SECRET } = services.env;
  const adapter = createAdapter(redis, {
    streamName: SOCKET_STREAM,
    sessionKeyPrefix: 'vaktplan:socket-session:',
    channelPrefix: 'vaktplan:socket',
    blockTimeInMs: 1000,
    onlyPlaintext: true,
  });
  const io: RealtimeServer = new Server(http, {
    path: '/realtime',
    serveClient: false,
    adapter: makeWholeFrames(services.tracing ? traceSignals(adapter, services.tracing) : adapter),
    cors: { origin: [PUBLIC_WEB_URL, ...APP_ORIGINS] },
    // WebSocket knows no CORS: a page of another site is refused here. Phones send no origin.
    allowRequest: ({ headers }, done) => {
      const { origin } = headers;
      const expected = origin === undefined || isOurs(services.env, origin);
      done(null, expected && !isDeaf() && isFromGateway(headers, ORIGIN_SECRET));
    },
    connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: false },
    connectTimeout: 5_000,
    maxHttpBufferSize: MAX_FRAME_BYTES,
    pingInterval: 20_000,
    pingTimeout: 10_000,
  });
  io.engine.on('connection', writeFramesDirectly);
  io.use((socket, next) => void letIn(services, socket, next));
  return io;
}

async function letIn(
  services: Services,
  socket: RealtimeSocket,
  next: (refusal?: Error) => void,
): Promise<void> {
  try {
    await admit(services, socket);
  } catch (error) {
    if (error instanceof SocketRefused) return next(error);
    services.log.warn({ err: error }, 'realtime: handshake failed');
    return next(new Error('unavailable'));
  }
  next();
}

async function admit(services: Services, socket: RealtimeSocket): Promise<void> {
  const ticket = await openTicket(services, socket.handshake.auth);
  // a session that comes back must come back to its own person
  if (socket.recovered && socket.data.userId !== ticket.userId) throw new SocketRefused();
  Object.assign(socket.data, ticket);
  await settle(socket, await roomsOf(services, ticket));
}

/** Puts the socket into exactly these rooms, beside its own and the open days of locations among them. */
export async function settle(socket: RealtimeSocket, rooms: readonly string[]): Promise<void> {
  const wanted = new Set([socket.id, ...rooms]);
  const stays = (name: string): boolean => {
    const location = locationOfWeek(name);
    return wanted.has(location === undefined ? name : room.location(location));
  };
  for (const name of socket.rooms) if (!stays(name)) await socket.leave(name);
  await socket.join([...wanted]);
}
