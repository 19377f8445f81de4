import type { RealtimeTicket } from '@vaktplan/contracts/http/me';
import { io, type Socket } from 'socket.io-client';

export type LiveParts = {
  /** Good for one connection; null: not now. */
  askForTicket: () => Promise<RealtimeTicket | null>;
  /** Sends and fetches. May not throw. */
  look: () => Promise<void>;
  random?: () => number;
  gapMs?: number;
};

/** A publication is many signals at once and one look. */
const SETTLE_MS = 300;
/** Signals without end are a look so often, and no more. */
const GAP_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Follows the server's signals until the returned function is called. What they say is never shown: they are a reason to
 * look again, as is each new connection, for nobody knows what was missed without one.
 */
export function followLive({
  askForTicket,
  look,
  random = Math.random,
  gapMs = GAP_MS,
}: LiveParts): () => void {
  let isOpen = true;
  let socket: Socket | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const looks = gathered(look, gapMs);

  async function connect(tries: number): Promise<void> {
    const first = await askForTicket();
    if (!isOpen) return;
    if (!first) return later(tries);
    let unused: RealtimeTicket | null = first;
    const made = io(first.url, {
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
    socket = made;
    let refusals = tries;
    made.on('connect', () => {
      refusals = 0;
      looks.ask();
    });
    made.onAny(looks.ask);
    // refused or sent away for good: from the start, with a new ticket
    const again = () => {
      if (!isOpen || made.active) return;
      made.close();
      later(refusals);
    };
    made.on('connect_error', again);
    made.on('disconnect', again);
  }
  function later(tries: number): void {
    const waitMs = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** tries) * (0.5 + random() / 2);
    retry = setTimeout(() => void connect(tries + 1), waitMs);
  }
  void connect(0);

  return () => {
    isOpen = false;
    clearTimeout(retry);
    looks.stop();
    socket?.close();
  };
}

/** Many askings are one look, also those that come while one is on its way: it may have read past what they are about. */
function gathered(look: () => Promise<void>, gapMs: number) {
  let isStopped = false;
  let isLooking = false;
  let isAsked = false;
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    timer = undefined;
    isAsked = false;
    isLooking = true;
    last = performance.now();
    await look();
    isLooking = false;
    if (isAsked) plan();
  }
  function plan(): void {
    if (isStopped || isLooking || timer) return;
    timer = setTimeout(() => void run(), Math.max(SETTLE_MS, last + gapMs - performance.now()));
  }
  return {
    ask: () => {
      isAsked = true;
      plan();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
