let known: { server: number; monotonic: number } | undefined;

/** The server said what time it is. */
export function noteServerTime(serverTime: string): void {
  known = { server: Date.parse(serverTime), monotonic: performance.now() };
}

/** The server's time by a clock that nobody can set; the tablet's own until the server has been heard. Milliseconds. */
export const serverNow = (): number =>
  known ? known.server + (performance.now() - known.monotonic) : Date.now();
