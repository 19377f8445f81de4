import { RealtimeTicket } from '@vaktplan/contracts/http/me';
import { useEffect } from 'react';
import { io, type Socket } from 'socket.io-client';
import { api } from '@/platform/api';
import type { Owner } from './outbox-row';
import { syncAll } from './runtime';

const SETTLE_MS = 300;

/** While the app is open, the server says when to look again. What it says is never shown: it is fetched. */
export function useLive(owner: Owner | null): void {
  useEffect(() => {
    if (!owner) return;
    let isOpen = true;
    let socket: Socket | undefined;
    let pause: ReturnType<typeof setTimeout> | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    // a publication is many signals at once and one look
    const lookAgain = () => {
      clearTimeout(pause);
      pause = setTimeout(() => void syncAll(owner, false), SETTLE_MS);
    };

    async function connect(tries: number): Promise<void> {
      const first = await askForTicket();
      if (!isOpen) return;
      if (!first) {
        retry = setTimeout(() => void connect(tries + 1), waitMs(tries));
        return;
      }
      let unused: RealtimeTicket | null = first;
      socket = io(first.url, {
        path: '/realtime',
        transports: ['websocket'],
        reconnectionDelayMax: 10_000,
        // every connection needs a ticket of its own
        auth: (give) => {
          const ready = unused ? Promise.resolve(unused) : askForTicket();
          unused = null;
          void ready.then((next) => give(next ? { ticket: next.ticket } : {}));
        },
      });
      const made = socket;
      made.on('connect', lookAgain);
      made.onAny(lookAgain);
      // refused or sent away for good: from the start, with a new ticket
      const again = () => {
        if (!isOpen || made.active) return;
        made.close();
        retry = setTimeout(() => void connect(tries + 1), waitMs(tries));
      };
      made.on('connect_error', again);
      made.on('disconnect', again);
    }
    void connect(0);

    return () => {
      isOpen = false;
      clearTimeout(pause);
      clearTimeout(retry);
      socket?.close();
    };
  }, [owner]);
}

const waitMs = (tries: number): number => Math.min(60_000, 1000 * 2 ** tries) * (0.5 + Math.random() / 2);

async function askForTicket(): Promise<RealtimeTicket | null> {
  try {
    const { body } = await api.request('POST', '/api/v1/realtime/ticket');
    return RealtimeTicket.safeParse(body).data ?? null;
  } catch {
    return null;
  }
}
