import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import type { Fix } from '@/platform/locate';
import type { Engine } from '@/sync/engine';
import type { Owner } from '@/sync/outbox-row';

/** So long a tap can be taken back; it lies on the phone meanwhile. */
export const HOLD_MS = 10_000;
const PATIENCE_MS = 8_000;

export type TapParts = {
  engine: Pick<Engine, 'stamp' | 'punch' | 'place'>;
  locate: (patienceMs: number) => Promise<Fix | null>;
};
export type Tapped = {
  id: string;
  at: number;
  /** Ends when the place is known or given up. */
  placed: Promise<void>;
};

/**
 * One tap on the clock. The time is taken first and the punch is written down before anything slow is asked; the place is
 * added when it comes, and what comes of it is never waited for.
 */
export async function tap(
  { engine, locate }: TapParts,
  owner: Owner,
  kind: PunchKind,
  asksPosition: boolean,
): Promise<Tapped> {
  const stamp = engine.stamp();
  const id = await engine.punch(owner, { kind, stamp, holdMs: HOLD_MS });
  const placed = asksPosition
    ? locate(PATIENCE_MS).then(async (fix) => void (await engine.place(owner, id, fix)))
    : Promise.resolve();
  return { id, at: stamp.wallMs + (stamp.offsetMs ?? 0), placed };
}
