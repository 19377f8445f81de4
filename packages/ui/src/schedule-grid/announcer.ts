export interface Announcer {
  say(message: string): void;
  /** The message now standing in the live region. */
  current(): string;
  subscribe(listener: () => void): () => void;
}

/** At least this long between two messages, so that holding an arrow key is not a flood. */
export const QUIET_MS = 300;

/** Of messages that come faster than one in 300 ms only the last is spoken. */
export function createAnnouncer(clock: () => number = () => performance.now()): Announcer {
  let text = '';
  let waiting: string | null = null;
  let lastSpoken = -Infinity;
  const listeners = new Set<() => void>();
  const speak = (message: string) => {
    // a reader stays silent when the region does not change, so the same words get a different tail
    text = message === text ? `${message}\u00A0` : message;
    lastSpoken = clock();
    for (const listener of listeners) listener();
  };
  const speakWaiting = () => {
    const message = waiting;
    waiting = null;
    if (message !== null) speak(message);
  };
  return {
    say: (message) => {
      const rest = lastSpoken + QUIET_MS - clock();
      if (waiting === null && rest <= 0) return speak(message);
      if (waiting === null) setTimeout(speakWaiting, rest);
      waiting = message;
    },
    current: () => text,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
