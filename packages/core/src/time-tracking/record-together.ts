import { AppError } from '@vaktplan/contracts/errors';
import type { PunchResult } from '@vaktplan/contracts/http/time-tracking';
import { lockClocks, savePunches, type PunchContext, type StoredPunch } from '@vaktplan/db/queries/punches';
import type { TimeEntryRow } from '@vaktplan/db/queries/time-entries';
import type { Outcome } from '@vaktplan/platform/gather';
import { insertEvents } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { decidePunch, firstAnswer, type Decision, type Tap } from './decide-punch.ts';
import { shiftDatesAround } from './punch-place.rules.ts';
import { isPunchTime } from './punch.rules.ts';

/**
 * Taps of one organisation in one transaction, decided one after the other: each is answered or refused on its own,
 * in the order given. Throws when the transaction fails; then nothing of it has happened.
 */
export const recordTogether = (ctx: Ctx, taps: readonly Tap[]): Promise<Outcome<PunchResult>[]> =>
  // a punch's own id answers repetition for ever; an Idempotency-Key would do so for a day
  transact({ ...ctx, idempotency: undefined }, 'timeTracking.punch', async (tx) => {
    const clocks = await lockClocks(
      tx,
      ctx.orgId,
      taps.map(({ input, employeeId, at, now }) => ({
        employeeId,
        punchId: input.id,
        // a time that is refused anyway may be one that no calendar of the database knows
        shiftDates: input.kind === 'in' && isPunchTime(at, now) ? shiftDatesAround(at) : null,
        locationId: input.locationId ?? null,
      })),
    );
    const { outcomes, decisions } = decideInOrder(taps, clocks);
    if (decisions.length > 0) {
      await Promise.all([
        savePunches(tx, ctx.orgId, changesOf(decisions)),
        insertEvents(
          tx,
          ctx.orgId,
          decisions.map(({ event }) => event),
        ),
      ]);
    }
    return outcomes;
  });

/** What an earlier tap of the batch did is what a later one of the same person, or with the same id, finds. */
function decideInOrder(taps: readonly Tap[], clocks: readonly PunchContext[]) {
  const latest = new Map<string, TimeEntryRow>();
  const stored = new Map<string, StoredPunch>();
  const decisions: Decision[] = [];
  const outcomes = taps.map((tap, nr): Outcome<PunchResult> => {
    const clock = clocks[nr] as PunchContext;
    const known = stored.get(tap.input.id) ?? clock.punch;
    try {
      if (known) return { answer: firstAnswer(known, tap) };
      const decision = decidePunch(tap, { ...clock, latest: latest.get(tap.employeeId) ?? clock.latest });
      latest.set(tap.employeeId, decision.entry);
      stored.set(tap.input.id, decision.punch);
      decisions.push(decision);
      return { answer: decision.answer };
    } catch (error) {
      if (error instanceof AppError) return { refusal: error };
      throw error;
    }
  });
  return { outcomes, decisions };
}

/** The last state of each entry and break, in the order they were first touched. */
function changesOf(decisions: readonly Decision[]) {
  const entries = new Map(decisions.map(({ entry }) => [entry.id, entry]));
  const pauses = new Map(
    decisions.flatMap(({ entry, pause }) =>
      pause ? [[pause.id, { ...pause, timeEntryId: entry.id }] as const] : [],
    ),
  );
  return {
    entries: [...entries.values()],
    punches: decisions.map(({ punch }) => punch),
    pauses: [...pauses.values()],
  };
}
