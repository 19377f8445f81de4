import { Socket } from 'node:net';

/**
 * A socket on which everything written in one turn of the event loop leaves in one system call. The driver writes
 * each statement by itself: a transaction's first flight was five writes, each waking Postgres.
 */
export function createFlightSocket(): Socket {
  const socket = new Socket();
  // not before: connecting puts Node's own `write` back
  socket.once('connect', () => holdWrites(socket));
  return socket;
}

function holdWrites(socket: Socket): void {
  const write = socket.write.bind(socket) as Socket['write'];
  let held = false;
  const release = (): void => {
    held = false;
    socket.uncork();
  };
  socket.write = ((...chunk: Parameters<Socket['write']>) => {
    if (!held) {
      held = true;
      socket.cork();
      process.nextTick(release);
    }
    return write(...chunk);
  }) as Socket['write'];
}
