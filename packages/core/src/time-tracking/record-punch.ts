import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { CreatePunch, PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Tx } from '@vaktplan/db/database';
import {
  lockClock,
  savePunch,
  type NewPunch,
  type PunchContext,
  type StoredPunch,
} from '@vaktplan/db/queries/punches';
import type { TimeEntryRow } from '@vaktplan/db/queries/time-entries';
import { appendEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { localDateOf } from '../time/local-time.rules.ts';
import { choosePlace, shiftDatesAround } from './punch-place.rules.ts';
import { applyPunch, assertPunchTime, entryStart } from './punch.rules.ts';
import { ownClock } from './own-clock.ts';
import { presentTimeEntry } from './time-entry.presenter.ts';

/**
 * A tap on the signed-in employee's clock. The punch's id is its key: sent again, also at the same time, the first answer
 * comes back. `occurredAt` left out: now; kept to the millisecond. Errors: no_employee, employee_inactive, punch_in_future,
 * punch_too_old, already_clocked_in, not_clocked_in, already_on_break, not_on_break, punch_out_of_order, not_found
 * (location), idempotency_key_reused (the id with another punch).
 */
export async function recordPunch(ctx: Ctx, input: CreatePunch): Promise<PunchResult> {
  const employeeId = ownClock(ctx.actor);
  const now = ctx.now().epochMilliseconds;
  const at = input.occurredAt ? Temporal.Instant.from(input.occurredAt).epochMilliseconds : now;
  // the punch's own id answers repetition for ever; an Idempotency-Key would do so for a day
  return transact({ ...ctx, idempotency: undefined }, 'timeTracking.punch', async (tx) => {
    const clock = await lockClock(tx, ctx.orgId, {
      employeeId,
      punchId: input.id,
      shiftDates: input.kind === 'in' ? shiftDatesAround(at) : null,
      locationId: input.locationId ?? null,
    });
    if (clock.punch) return firstAnswer(clock.punch, employeeId, input, at);
    if (clock.status === null) throw new AppError('no_employee');
    if (clock.status === 'deactivated') throw new AppError('employee_inactive');
    assertPunchTime(at, now);

    const { entry, pause } =
      input.kind === 'in'
        ? { entry: openEntry(clock, employeeId, at, input.locationId), pause: null }
        : applyPunch(clock.latest, { kind: input.kind, at }, uuidv7());
    const answer = present(input, entry, at, now);
    await Promise.all([
      savePunch(tx, ctx.orgId, entry, toPunch(ctx, input, answer), pause),
      announce(tx, ctx, answer),
    ]);
    return answer;
  });
}

/** The stored answer, if this is the same punch; the id of another one is refused. */
function firstAnswer(stored: StoredPunch, employeeId: string, input: CreatePunch, at: number): PunchResult {
  const sameTime = !input.occurredAt || Date.parse(stored.occurredAt) === at;
  if (stored.employeeId !== employeeId || stored.kind !== input.kind || !sameTime || !stored.answer) {
    throw new AppError('idempotency_key_reused', { detail: 'This punch id was used for another punch.' });
  }
  return stored.answer as PunchResult;
}

function openEntry(clock: PunchContext, employeeId: string, at: number, asked?: string): TimeEntryRow {
  const startedAt = entryStart(clock.latest, at);
  const place = choosePlace(at, clock.places, asked);
  const localDate = localDateOf(Temporal.Instant.from(startedAt), place.zone);
  return { id: uuidv7(), employeeId, ...place, startedAt, endedAt: null, localDate, version: 1, breaks: [] };
}

const iso = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();

const present = (input: CreatePunch, entry: TimeEntryRow, at: number, now: number): PunchResult => ({
  punch: { id: input.id, kind: input.kind, occurredAt: iso(at), receivedAt: iso(now) },
  entry: presentTimeEntry(entry, now),
});

const toPunch = (ctx: Ctx, input: CreatePunch, answer: PunchResult): NewPunch => ({
  ...answer.punch,
  offline: input.offline ?? false,
  deviceId: input.deviceId ?? null,
  latitude: input.position?.latitude ?? null,
  longitude: input.position?.longitude ?? null,
  accuracyMeters: input.position?.accuracyMeters ?? null,
  ageSeconds: input.position?.ageSeconds ?? null,
  mocked: input.position?.mocked ?? null,
  userId: userIdOf(ctx.actor),
  answer,
});

const EVENT_OF = {
  in: 'timeEntry.started',
  out: 'timeEntry.completed',
  break_start: 'timeEntry.updated',
  break_end: 'timeEntry.updated',
} as const;

const announce = (tx: Tx, ctx: Ctx, { punch, entry }: PunchResult): Promise<string> =>
  appendEvent(
    tx,
    ctx,
    EVENT_OF[punch.kind],
    { type: 'timeEntry', id: entry.id, version: entry.version },
    {
      timeEntryId: entry.id,
      punchId: punch.id,
      employeeId: entry.employeeId,
      locationId: entry.locationId,
      state: entry.state,
      version: entry.version,
    },
  );
