const HALF_DAY_MS = 43_200_000;

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();
/** Making one takes a millisecond, on a phone several. */
function clockOf(zone: string | undefined): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  // Swedish writes dates and times as ISO does
  const clock = new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    ...(zone && { timeZone: zone }),
  });
  clocks.set(zone, clock);
  return clock;
}

/** What wall clocks of `zone` say, to the minute: `2026-10-25T02:30`. Without a zone: those of the phone. */
export const wallOf = (ms: number, zone: string | undefined): string =>
  clockOf(zone).format(new Date(ms)).replace(' ', 'T');

/**
 * The moments, in milliseconds, at which wall clocks of `zone` say `wall`: one; two in the hour that comes twice; none in
 * the hour that the clocks leave out.
 */
export function momentsOf(wall: string, zone: string | undefined): number[] {
  const asUtc = Date.parse(`${wall}Z`);
  // by as much as the clocks are off before and after, whichever holds
  const candidates = [asUtc - HALF_DAY_MS, asUtc + HALF_DAY_MS].map((near) => {
    const offset = Date.parse(`${wallOf(near, zone)}Z`) - Math.floor(near / 60_000) * 60_000;
    return asUtc - offset;
  });
  return [...new Set(candidates)].filter((ms) => wallOf(ms, zone) === wall).sort((a, b) => a - b);
}
