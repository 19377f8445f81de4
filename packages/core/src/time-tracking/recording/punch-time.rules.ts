import type { CreatePunch, EntryFlag } from '@vaktplan/contracts/http/time-tracking';
import { assertPunchTime } from '../punch.rules.ts';
import { CLOCK_SKEW_MS } from '../time-entry.rules.ts';

/** A device's monotonic clock as it sent something. */
export type Sent = { bootId: string; monotonicMs: number };
export type PunchTime = { claimed: number; at: number; flags: EntryFlag[] };
/** A punch that came so long after it happened is a late one. */
const LATE_MS = 12 * 60 * 60_000;

/**
 * When a punch counts. The device's time, unless its monotonic clock, which nobody can set, says that this is more than
 * two minutes wrong: then what that clock says, counted back from the arrival. In a browser that clock may stand still
 * while the machine sleeps (w3c/hr-time#115), so there a punch can have been earlier than it says, and never later: it is
 * flagged, and counts by the device. Of another boot that clock says nothing: then the device's time put right by what the
 * server had told it. A tap of now (`queued` false and not `offline`) that comes long after its time, with nothing that
 * measured how long, is flagged. Throws `punch_in_future`, `punch_too_old`.
 */
export function punchTime(
  { occurredAt, tapped, offline }: CreatePunch,
  now: number,
  sent: Sent | null,
  source: 'web' | 'mobile' | 'kiosk',
  queued = false,
): PunchTime {
  const claimed = occurredAt === undefined ? now : Date.parse(occurredAt);
  const elapsed =
    tapped && sent && tapped.bootId === sent.bootId ? sent.monotonicMs - tapped.monotonicMs : -1;
  const told = claimed + (tapped?.serverOffsetMs ?? 0);
  const measured = elapsed >= 0 ? Math.round(now - elapsed) : told;
  const wrong = Math.abs(claimed - measured) > CLOCK_SKEW_MS;
  const unproven = elapsed < 0 && !offline && !queued && Math.abs(now - told) > CLOCK_SKEW_MS;
  const at = !wrong ? claimed : source === 'mobile' ? measured : Math.min(told, measured);
  assertPunchTime(at, now);
  return {
    claimed,
    at,
    flags: [
      ...(wrong || unproven ? (['clock_skew'] as const) : []),
      ...(offline ? (['offline'] as const) : []),
      ...(now - at > LATE_MS ? (['late_fact'] as const) : []),
    ],
  };
}
