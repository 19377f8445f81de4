import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { KioskPunch, KioskPunched } from '@vaktplan/contracts/http/kiosk';
import { findPunchOrigin, hasShiftAt } from '@vaktplan/db/queries/kiosk-people';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx, KioskActor } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { shiftDatesAround } from '../time-tracking/punch-place.rules.ts';
import { isPunchTime } from '../time-tracking/punch.rules.ts';
import { recordPunchFor } from '../time-tracking/record-punch-for.ts';
import { EARLY_MS } from '../time-tracking/time-entry.rules.ts';
import { findPeople } from './find-people.ts';
import { identifyPerson, type PinDesk } from './identify-person.ts';
import { kioskOf } from './kiosk-actor.ts';
import { presentKioskPerson } from './kiosk.presenter.ts';
import { openPin } from './seal-pin.ts';

/**
 * A tap on the tablet: says who it is as `identifyPerson` does, then records the punch for that person at the kiosk's
 * location. A punch that this kiosk has recorded already gets its first answer whatever has become of the PIN since.
 * Errors: forbidden, those of `identifyPerson`, pin_ambiguous, kiosk_unscheduled, and those of `recordPunch`.
 */
export async function recordKioskPunch(ctx: Ctx, input: KioskPunch, desk: PinDesk): Promise<KioskPunched> {
  const kiosk = kioskOf(ctx);
  const at = (input.occurredAt ? Temporal.Instant.from(input.occurredAt) : ctx.now()).epochMilliseconds;
  const before = (await knownPerson(ctx, kiosk, input)) ?? (await newPerson(ctx, kiosk, desk, input, at));
  const { employeeId } = before;
  const { id, kind, occurredAt, offline } = input;
  const { punch } = await recordPunchFor(ctx, {
    employeeId,
    source: 'kiosk',
    input: { id, kind, occurredAt, offline, deviceId: kiosk.deviceId, locationId: kiosk.locationId },
  });
  // who helps out without belonging here is gone from the list once clocked out
  const [after = GONE] = await findPeople(ctx, kiosk, employeeId);
  const person = presentKioskPerson({ ...after, employeeId, name: before.name });
  return { punchId: punch.id, kind: punch.kind, occurredAt: punch.occurredAt, person };
}

const GONE = {
  startedAt: null,
  breakStartedAt: null,
  shiftId: null,
  shiftStartsAt: '',
  shiftEndsAt: '',
  positionName: null,
  pinHash: null,
};

type Known = { employeeId: string; name: string };

/** Whose punch it was, when this kiosk sent it before. */
async function knownPerson(ctx: Ctx, kiosk: KioskActor, input: KioskPunch): Promise<Known | undefined> {
  const origin = await ctx.db.transaction(ctx.orgId, (tx) => findPunchOrigin(tx, ctx.orgId, input.id));
  if (!origin || origin.deviceId !== kiosk.deviceId) return undefined;
  return input.employeeId === undefined || input.employeeId === origin.employeeId ? origin : undefined;
}

async function newPerson(
  ctx: Ctx,
  kiosk: KioskActor,
  desk: PinDesk,
  input: KioskPunch,
  at: number,
): Promise<Known> {
  const claim = { employeeId: input.employeeId, pin: pinOf(kiosk, desk, input) };
  const people = await identifyPerson(ctx, kiosk, desk, claim).catch(async (error: unknown) => {
    if (input.offline && error instanceof AppError && error.code === 'pin_wrong')
      await noteRefusal(ctx, kiosk, input, error.code);
    throw error;
  });
  const [person] = people;
  if (!person || people.length > 1) throw new AppError('pin_ambiguous');
  if (input.kind === 'in' && !kiosk.unscheduled) await assertScheduled(ctx, kiosk, person.employeeId, at);
  return person;
}

/** Longer than any PIN, so it is nobody's. */
const NO_PIN = '000000000';

/** What does not open is no PIN: it counts as a wrong one. */
function pinOf(kiosk: KioskActor, { pinSecret }: PinDesk, input: KioskPunch): string | undefined {
  const { pin, sealedPin: sealed, id: punchId } = input;
  if (pin !== undefined || sealed === undefined) return pin;
  return openPin(pinSecret, { kioskId: kiosk.deviceId, punchId, sealed }) ?? NO_PIN;
}

async function assertScheduled(ctx: Ctx, kiosk: KioskActor, employeeId: string, at: number): Promise<void> {
  // a time that is refused anyway may be one that no calendar knows
  if (!isPunchTime(at, ctx.now().epochMilliseconds)) return;
  const asked = {
    employeeId,
    locationId: kiosk.locationId,
    at: Temporal.Instant.fromEpochMilliseconds(at).toString(),
    shiftDates: shiftDatesAround(at),
    earlyMinutes: EARLY_MS / 60_000,
  };
  const scheduled = await ctx.db.transaction(ctx.orgId, (tx) => hasShiftAt(tx, ctx.orgId, asked));
  if (!scheduled) throw new AppError('kiosk_unscheduled');
}

/** Somebody believes to be clocked in: it stays in the history for the manager who is asked about it. */
const noteRefusal = (ctx: Ctx, kiosk: KioskActor, input: KioskPunch, reason: string): Promise<string> =>
  transact(ctx, 'kiosk.noteRefusal', (tx) =>
    appendEvent(
      tx,
      ctx,
      'kiosk.punchRefused',
      { type: 'kiosk', id: kiosk.deviceId, version: 1 },
      {
        kioskId: kiosk.deviceId,
        locationId: kiosk.locationId,
        punchId: input.id,
        employeeId: input.employeeId ?? null,
        reason,
      },
    ),
  );
