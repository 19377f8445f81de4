import type { Tracing } from '@vaktplan/platform/tracing';
import type { createAdapter } from '@socket.io/redis-streams-adapter';

type AdapterFactory = ReturnType<typeof createAdapter>;
type Encoder = { _encode?: (packet: Packet, options: unknown) => unknown };
/** As the relay adds it to the stream. */
type Packet = { data?: unknown; traceparent?: unknown };

/** An adapter that notes when a traced change's signal is sent to the sockets of this instance. Only where traces are on. */
export function traceSignals(create: AdapterFactory, tracing: Tracing): AdapterFactory {
  // Socket.io calls it with `new`
  return function createTracedAdapter(namespace: unknown) {
    const adapter = create(namespace);
    const encoder = adapter as unknown as Encoder;
    const encode = encoder._encode?.bind(adapter);
    if (encode) {
      encoder._encode = (packet, options) => {
        const { traceparent: parent, data } = packet;
        if (typeof parent !== 'string') return encode(packet, options);
        const name = Array.isArray(data) ? String(data[0]) : 'signal';
        const span = tracing.start(`socket ${name}`, { kind: 'consumer', parent });
        // the frames are written in this turn
        setImmediate(() => span.end());
        return encode(packet, options);
      };
    }
    return adapter;
  };
}
