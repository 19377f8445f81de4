import { getCreateTicketMeUrl } from '@vaktplan/api-client';
import type { RealtimeTicket } from '@vaktplan/contracts/http/me';
import type { PresenceToServer } from '@vaktplan/contracts/presence';
import type { ServerToClient } from '@vaktplan/contracts/socket';
import type { Socket } from 'socket.io-client';
import { write } from '@/lib/api';
import { isSessionEnded, leaveForSignIn } from '@/lib/session-ended';

export type ConnectionState = 'connecting' | 'connected' | 'disconnected';
/** What the socket says: signals to look again, and where others are. */
export type Heard = keyof ServerToClient;

type Options = {
  onState: (state: ConnectionState) => void;
};

export type Connection = {
  on: <N extends Heard>(name: N, handler: ServerToClient[N]) => () => void;
  /** Not heard while disconnected: who listens says it again when connected. */
  say: (name: keyof PresenceToServer, what?: unknown) => void;
  open: () => void;
  close: () => void;
};

const retryMs = 5_000;
const askForTicket = () =>
  write<RealtimeTicket>('POST', getCreateTicketMeUrl(), {
    schema: () => import('@vaktplan/contracts/http/me').then((contracts) => contracts.RealtimeTicket),
  });

/** The one socket of this tab. It says "look again"; whoever hears it asks the API through the BFF. */
export function createConnection({ onState }: Options): Connection {
  const handlers = new Map<Heard, Set<(heard: never) => void>>();
  let socket: Socket | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const tryLater = (next: () => void) => {
    onState('disconnected');
    clearTimeout(retry);
    // a server that ends sends everybody away at once: they shall not come back at once
    if (!closed) retry = setTimeout(next, retryMs * (0.2 + Math.random()));
  };

  // a signal only says "look again", and our own API says it: whoever listens asks before anything is shown
  const deliver = (name: string, payload: unknown) =>
    handlers.get(name as Heard)?.forEach((handler) => handler(payload as never));

  async function connect() {
    onState('connecting');
    try {
      const [{ io }, first] = await Promise.all([import('socket.io-client'), askForTicket()]);
      if (closed) return;
      let unused: RealtimeTicket | undefined = first;
      const made = io(first.url, {
        path: '/realtime',
        transports: ['websocket'],
        reconnectionDelayMax: 8_000,
        // every connection needs a ticket of its own
        auth: (send) => {
          const ready = unused ? Promise.resolve(unused) : askForTicket();
          unused = undefined;
          ready.then(
            ({ ticket }) => send({ ticket }),
            (error: unknown) => (isSessionEnded(error) ? leaveForSignIn() : send({})),
          );
        },
      });
      socket = made;
      made.on('connect', () => onState('connected'));
      made.on('disconnect', (reason) => {
        onState('disconnected');
        if (reason === 'io server disconnect') tryLater(() => made.connect());
      });
      made.on('connect_error', () => {
        onState('disconnected');
        if (!made.active) tryLater(() => made.connect());
      });
      made.onAny(deliver);
    } catch (error) {
      if (isSessionEnded(error)) return leaveForSignIn();
      tryLater(() => void connect());
    }
  }

  return {
    on: (name, handler) => {
      const set = handlers.get(name) ?? new Set();
      handlers.set(name, set.add(handler));
      return () => set.delete(handler);
    },
    say: (name, what) => {
      if (socket?.connected) socket.emit(name, what);
    },
    open: () => void connect(),
    close: () => {
      closed = true;
      clearTimeout(retry);
      socket?.close();
    },
  };
}
