import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import type { Ctx } from '../context/ctx.ts';
import { recordPunch } from '../time-tracking/record-punch.ts';
import { between } from './random.ts';
import { atTheClock } from './seed-context.ts';

type Tap = { kind: PunchKind; employeeId: string; at: Temporal.Instant };
type Assigned = ShiftView & { employeeId: string };

/**
 * Punches for all published shifts up to `now`: people come a little early or late, some take their break by the clock.
 * Of those at work now one is on a break and, when there are three, one has not come yet. `absent` never punches today.
 */
export async function punchCafe(
  ctx: Ctx,
  shifts: readonly ShiftView[],
  {
    now,
    random,
    kiosk,
    absent,
  }: { now: Temporal.Instant; random: () => number; kiosk: string; absent: string },
): Promise<void> {
  const begun = shifts.filter(
    (shift): shift is Assigned => shift.employeeId !== null && shift.startsAt < now.toString(),
  );
  const running = begun.filter((shift) => shift.endsAt > now.toString() && shift.employeeId !== absent);
  const late = running.length > 2 ? running.at(-1) : undefined;
  const resting = running[0];
  const taps = begun
    .filter((shift) => shift !== late && !(shift.employeeId === absent && shift.endsAt > now.toString()))
    .flatMap((shift) => tapsOf(shift, now, random, shift === resting))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  await Promise.all(
    taps.map(({ kind, employeeId, at }) =>
      recordPunch(
        { ...atTheClock(ctx, employeeId, kiosk), now: () => at },
        { id: uuidv7({ msecs: at.epochMilliseconds }), kind },
      ),
    ),
  );
}

function tapsOf(shift: Assigned, now: Temporal.Instant, random: () => number, resting: boolean): Tap[] {
  const { employeeId } = shift;
  const start = Temporal.Instant.from(shift.startsAt);
  const end = Temporal.Instant.from(shift.endsAt);
  const past = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;
  const come = start.add({ seconds: between(random, -480, 270) });
  const pause = start.add({ minutes: between(random, 180, 240) });
  const go = end.add({ seconds: between(random, -240, 870) });
  const taps: Tap[] = [{ kind: 'in', employeeId, at: past(come) ? come : start }];
  if (past(go)) {
    if (random() < 0.5) {
      taps.push({ kind: 'break_start', employeeId, at: pause });
      taps.push({ kind: 'break_end', employeeId, at: pause.add({ minutes: between(random, 24, 36) }) });
    }
    taps.push({ kind: 'out', employeeId, at: go });
  } else if (resting && past(start.add({ minutes: 40 }))) {
    taps.push({ kind: 'break_start', employeeId, at: now.subtract({ minutes: 9 }) });
  }
  return taps;
}
