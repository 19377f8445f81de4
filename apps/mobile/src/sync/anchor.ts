/** The phone's clocks. `mono` (milliseconds since boot) is one that nobody can set; `bootId` is a UUID of that boot. */
export type PhoneClock = {
  wall(): number;
  mono(): number;
  bootId(): string;
  timeZone(): string;
};

/** What the server's clock said when the phone's clocks said that. */
export type Anchor = {
  serverMs: number;
  monoMs: number;
  wallMs: number;
  bootId: string;
  roundTripMs: number;
};

const STALE_MS = 6 * 60 * 60_000;

/** From one question: the server's time is taken for that of the middle of the round trip. */
export function anchorOf(serverMs: number, monoBefore: number, clock: PhoneClock): Anchor {
  const monoMs = clock.mono();
  const roundTripMs = Math.max(0, monoMs - monoBefore);
  return {
    serverMs: serverMs + roundTripMs / 2,
    monoMs,
    wallMs: clock.wall(),
    bootId: clock.bootId(),
    roundTripMs,
  };
}

/** The newer one, unless the older of the same boot was much more exact and is not stale. */
export function betterAnchor(old: Anchor | null, fresh: Anchor): Anchor {
  if (!old || old.bootId !== fresh.bootId || fresh.monoMs < old.monoMs) return fresh;
  const isExact = fresh.roundTripMs <= old.roundTripMs * 1.5;
  return isExact || fresh.monoMs - old.monoMs > STALE_MS ? fresh : old;
}

/** Server time minus phone time now; null when the server never said. Of another boot: what it was then. */
export function serverOffset(clock: PhoneClock, anchor: Anchor | null): number | null {
  if (!anchor) return null;
  const isSameBoot = anchor.bootId === clock.bootId();
  const server = isSameBoot ? anchor.serverMs + (clock.mono() - anchor.monoMs) : null;
  return Math.round(server === null ? anchor.serverMs - anchor.wallMs : server - clock.wall());
}

/** The server's time as the phone knows it; its own where it knows nothing better. */
export const serverNow = (clock: PhoneClock, anchor: Anchor | null): number =>
  clock.wall() + (serverOffset(clock, anchor) ?? 0);
