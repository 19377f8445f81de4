import { serverOffset, type Anchor, type PhoneClock } from './anchor';

/** The moment of a tap by every clock the phone has. Taken before anything slow; never changed after. */
export type Stamp = {
  /** The phone's own time, milliseconds since the epoch. It may be wrong; the server decides. */
  wallMs: number;
  /** IANA zone of the phone. */
  zone: string;
  monoMs: number;
  bootId: string;
  /** Server time minus `wallMs` as far as known. */
  offsetMs: number | null;
};

export const stamp = (clock: PhoneClock, anchor: Anchor | null): Stamp => ({
  wallMs: clock.wall(),
  zone: clock.timeZone(),
  monoMs: clock.mono(),
  bootId: clock.bootId(),
  offsetMs: serverOffset(clock, anchor),
});

/** When it happened, as near to the server's time as the phone knows: for showing, not for pay. */
export const happenedAt = ({ wallMs, offsetMs }: Stamp): number => wallMs + (offsetMs ?? 0);
