import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { CreatePunch, PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { NewPunch, PunchContext, StoredPunch } from '@vaktplan/db/queries/punches';
import type { EntryBreakRow, TimeEntryRow } from '@vaktplan/db/queries/time-entries';
import { eventOf, type NewEvent } from '../context/append-event.ts';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { instantOf, localDateOf } from '../time/local-time.rules.ts';
import { choosePlace } from './punch-place.rules.ts';
import { applyPunch, assertPunchTime, entryStart } from './punch.rules.ts';
import { presentTimeEntry } from './time-entry.presenter.ts';

/** One tap on the clock, with whose it is. `at`: when it happened, `now`: when it came; milliseconds. */
export type Tap = { ctx: Ctx; input: CreatePunch; employeeId: string; at: number; now: number };
export type Decision = {
  entry: TimeEntryRow;
  pause: EntryBreakRow | null;
  punch: NewPunch;
  event: NewEvent;
  answer: PunchResult;
};

/** What the tap does to the person's clock, or the AppError that refuses it. */
export function decidePunch(tap: Tap, clock: PunchContext): Decision {
  const { ctx, input, employeeId, at, now } = tap;
  if (clock.status === null) throw new AppError('no_employee');
  if (clock.status === 'deactivated') throw new AppError('employee_inactive');
  assertPunchTime(at, now);
  const { entry, pause } =
    input.kind === 'in'
      ? { entry: openEntry(clock, employeeId, at, input.locationId), pause: null }
      : applyPunch(clock.latest, { kind: input.kind, at }, uuidv7());
  const answer = present(tap, entry);
  return { entry, pause, answer, punch: toPunch(ctx, input, answer), event: announce(ctx, answer) };
}

/** The stored answer, if this is the same punch; the id of another one is refused. */
export function firstAnswer(stored: StoredPunch, { employeeId, input, at }: Tap): PunchResult {
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
  const counted = { countedStart: startedAt, countedEnd: null, workedMinutes: null, deductedMinutes: 0 };
  const remarks = { flags: [], deviations: [], days: [], breaks: [] };
  const times = { startedAt, endedAt: null, localDate, ...counted };
  return { id: uuidv7(), employeeId, ...place, ...times, ...remarks, version: 1 };
}

const present = ({ input, at, now }: Tap, entry: TimeEntryRow): PunchResult => ({
  punch: { id: input.id, kind: input.kind, occurredAt: instantOf(at), receivedAt: instantOf(now) },
  entry: presentTimeEntry(entry, now),
});

const toPunch = (ctx: Ctx, input: CreatePunch, answer: PunchResult): NewPunch => ({
  ...answer.punch,
  timeEntryId: answer.entry.id,
  employeeId: answer.entry.employeeId,
  locationId: answer.entry.locationId,
  zone: answer.entry.zone,
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

const announce = (ctx: Ctx, { punch, entry }: PunchResult): NewEvent =>
  eventOf(
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
