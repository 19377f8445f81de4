import type { Logger } from '@vaktplan/platform/logger';
import type { RealtimeSocket } from './socket-server.ts';

const MOST_A_SECOND = 50;

/** Closes a connection that says more than a listener has reason to. Pings count too, so nothing is free. */
export function closeOnFlood(socket: RealtimeSocket, log: Logger): void {
  let second = 0;
  let count = 0;
  socket.conn.on('packet', () => {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) [second, count] = [now, 0];
    if (++count <= MOST_A_SECOND) return;
    log.warn({ actor: socket.data.userId }, 'realtime: flood, socket closed');
    socket.conn.close(true);
  });
}
