import type { Socket } from 'node:net';
import type { createAdapter } from '@socket.io/redis-streams-adapter';

type AdapterFactory = ReturnType<typeof createAdapter>;
/** What a broadcast makes once for all its sockets: the WebSocket frame, as it comes in two parts. */
type Prepared = { wsPreEncodedFrame?: Buffer[] };
type Encoder = { _encode?: (packet: unknown, prepared: Prepared) => unknown };

/** The parts of an Engine.IO connection that are relied on here. */
type Connection = {
  readyState: string;
  upgrading: boolean;
  writeBuffer: readonly unknown[];
  transport: { name: string; writable: boolean; socket?: { readyState: number; _socket?: Socket | null } };
  write: (data: unknown, prepared?: Prepared, sent?: () => void) => unknown;
};

const OPEN = 1;

/** An adapter whose broadcasts put their frame into one piece: one part to write for each socket instead of two. */
export function makeWholeFrames(create: AdapterFactory): AdapterFactory {
  // Socket.io calls it with `new`
  return function createAdapterOfWholeFrames(namespace: unknown) {
    const adapter = create(namespace);
    const encoder = adapter as unknown as Encoder;
    const encode = encoder._encode?.bind(adapter);
    if (encode) {
      encoder._encode = (packet, prepared) => {
        const encoded = encode(packet, prepared);
        if (prepared.wsPreEncodedFrame)
          prepared.wsPreEncodedFrame = [Buffer.concat(prepared.wsPreEncodedFrame)];
        return encoded;
      };
    }
    return adapter;
  };
}

/**
 * Broadcast frames go straight to the connection's socket while nothing is waiting there; else, and for all other
 * packets, they go Engine.IO's way, which keeps the order. Its packet, buffer, events and callbacks for each of five
 * hundred sockets cost as much again as the writes themselves.
 */
export function writeFramesDirectly(connection: Connection): void {
  const write = connection.write.bind(connection);
  connection.write = (data, prepared, sent) => {
    const [frame, more] = prepared?.wsPreEncodedFrame ?? [];
    const wire = frame && !more && !sent ? idleWire(connection) : undefined;
    if (!frame || !wire) return write(data, prepared, sent);
    wire.write(frame);
    return connection;
  };
}

const idleWire = ({ readyState, upgrading, writeBuffer, transport }: Connection): Socket | undefined => {
  const direct = readyState === 'open' && !upgrading && transport.name === 'websocket' && transport.writable;
  if (!direct || writeBuffer.length > 0 || transport.socket?.readyState !== OPEN) return undefined;
  const wire = transport.socket._socket;
  return wire && !wire.writableNeedDrain ? wire : undefined;
};
