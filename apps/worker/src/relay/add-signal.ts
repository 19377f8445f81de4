import type { ChainableCommander } from 'ioredis';
import type { Emission } from './signals.ts';

/** How much of the stream is kept: what a client may miss and still be given on its return. */
const KEPT = 10_000;
/** Socket.io's own numbers: a broadcast between servers, and an event for a client. */
const BROADCAST = '3';
const EVENT = 2;

/**
 * Adds one message to the stream that the API's Socket.io servers read through the Redis streams adapter.
 * Written here in the adapter's form, as `uid: emitter`, rather than by a headless Socket.io server: such a server reads
 * the whole stream for nothing, hides failed writes, and spins without end when its Redis client has no offline queue.
 */
export function addSignal(
  pipeline: ChainableCommander,
  stream: string,
  { name, rooms, signal }: Emission,
  traceparent?: string,
): void {
  const message = {
    packet: { type: EVENT, data: [name, signal], nsp: '/', traceparent },
    opts: { rooms, except: [], flags: {} },
  };
  const fields = ['uid', 'emitter', 'nsp', '/', 'type', BROADCAST, 'data', JSON.stringify(message)];
  pipeline.xadd(stream, 'MAXLEN', '~', KEPT, '*', ...fields);
}
