import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { insertPastEvents, type BulkShift } from '@vaktplan/db/queries/history';
import { savePunches } from '@vaktplan/db/queries/punches';
import type { EntryBreakRow, TimeEntryRow } from '@vaktplan/db/queries/time-entries';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { decidePunch, type Decision } from '../time-tracking/decide-punch.ts';
import type { ChainSite } from './chain-structure.ts';
import { between } from './random.ts';
import { atTheClock } from './seed-context.ts';

const MINUTE = 60_000;
type Tap = { kind: PunchKind; at: number };

/**
 * Punches for a week's published shifts up to `now`, decided by the clock's own rules and written in bulk. `latest` holds
 * each person's last entry from week to week.
 */
export const punchChainWeek = (
  ctx: Ctx,
  site: ChainSite,
  shifts: readonly BulkShift[],
  {
    now,
    random,
    kiosk,
    latest,
  }: { now: number; random: () => number; kiosk: string; latest: Map<string, TimeEntryRow> },
): Promise<void> =>
  transact(ctx, 'seed.punches', async (tx) => {
    const entries = new Map<string, TimeEntryRow>();
    const pauses = new Map<string, EntryBreakRow & { timeEntryId: string }>();
    const decisions: Decision[] = [];
    for (const shift of shifts.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
      const { employeeId } = shift;
      // now and then somebody does not come
      if (!employeeId || Date.parse(shift.startsAt) > now || random() < 0.03) continue;
      for (const { kind, at } of tapsOf(shift, now, random)) {
        const decision = decidePunch(
          {
            ctx: {
              ...atTheClock(ctx, employeeId, kiosk),
              now: () => Temporal.Instant.fromEpochMilliseconds(at),
            },
            input: { id: uuidv7({ msecs: at }), kind },
            employeeId,
            at,
            now: at,
          },
          {
            status: 'active',
            punch: null,
            latest: latest.get(employeeId) ?? null,
            places: [placeOf(site, shift)],
          },
        );
        latest.set(employeeId, decision.entry);
        entries.set(decision.entry.id, decision.entry);
        if (decision.pause)
          pauses.set(decision.pause.id, { ...decision.pause, timeEntryId: decision.entry.id });
        decisions.push(decision);
      }
    }
    if (decisions.length === 0) return;
    await savePunches(tx, ctx.orgId, {
      entries: [...entries.values()],
      punches: decisions.map(({ punch }) => punch),
      pauses: [...pauses.values()],
    });
    const last = decisions.at(-1) as Decision;
    await insertPastEvents(
      tx,
      ctx.orgId,
      decisions.map(({ event }) => event),
      last.punch.receivedAt,
    );
  });

const placeOf = ({ locationId, zone }: ChainSite, shift: BulkShift) => ({
  kind: 'shift' as const,
  shiftId: shift.id,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  locationId,
  zone,
});

/** Comes up to 8 minutes early or 5 late, goes up to 4 minutes early or a quarter late; some punch their break. */
function tapsOf(shift: BulkShift, now: number, random: () => number): Tap[] {
  const start = Date.parse(shift.startsAt);
  const end = Date.parse(shift.endsAt);
  const come = Math.min(now, start + between(random, -480, 300) * 1000);
  const go = end + between(random, -240, 900) * 1000;
  const pause = start + between(random, 150, 230) * MINUTE;
  const rested = pause + between(random, 24, 36) * MINUTE;
  const taps: Tap[] = [{ kind: 'in', at: come }];
  if (random() < 0.3) taps.push({ kind: 'break_start', at: pause }, { kind: 'break_end', at: rested });
  taps.push({ kind: 'out', at: go });
  return taps.filter(({ at }) => at <= now);
}
