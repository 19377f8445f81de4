let known: { server: number; monotonic: number; wall: number } | undefined;

/** The server said what time it is. */
export function noteServerTime(serverTime: string): void {
  known = { server: Date.parse(serverTime), monotonic: performance.now(), wall: Date.now() };
}

/**
 * The server's time as the tablet knows it, its own until the server has been heard. Milliseconds. The monotonic clock
 * cannot be set back, but in most browsers it stands still while the tablet sleeps (w3c/hr-time#115): whichever says that
 * more has passed is right, else a morning's first tap without network would be of last night.
 */
export function serverNow(): number {
  if (!known) return Date.now();
  return known.server + Math.max(performance.now() - known.monotonic, Date.now() - known.wall);
}
