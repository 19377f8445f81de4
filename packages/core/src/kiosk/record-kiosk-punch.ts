import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { KioskPunch, KioskPunched } from '@vaktplan/contracts/http/kiosk';
import { findPlaceRules, findPunchOrigin, hasShiftAt } from '@vaktplan/db/queries/kiosk-people';
import type { Ctx, KioskActor } from '../context/ctx.ts';
import { localDateOf } from '../time/local-time.rules.ts';
import { shiftDatesAround } from '../time-tracking/punch-place.rules.ts';
import { isPunchTime } from '../time-tracking/punch.rules.ts';
import { recordPunchFor } from '../time-tracking/record-punch-for.ts';
import { policyFinder } from '../time-tracking/recording/policies.ts';
import { findPeople } from './find-people.ts';
import { identifyPerson, type PinDesk } from './identify-person.ts';
import { kioskOf } from './kiosk-actor.ts';
import { presentKioskPerson } from './kiosk.presenter.ts';
import { notingRefusal } from './note-refused-tap.ts';
import { openPin } from './seal-pin.ts';

/**
 * A tap on the tablet: says who it is as `identifyPerson` does, then records the punch for that person at the kiosk's
 * location. What waited on the tablet and is refused is noted for a manager. A punch that this kiosk has recorded already gets its first answer whatever has become of the PIN since.
 * Errors: forbidden, those of `identifyPerson`, pin_ambiguous, kiosk_unscheduled, and those of `recordPunch`.
 */
export async function recordKioskPunch(ctx: Ctx, input: KioskPunch, desk: PinDesk): Promise<KioskPunched> {
  const kiosk = kioskOf(ctx);
  const before = await notingRefusal(
    ctx,
    { kiosk, input, employeeId: input.employeeId ?? null },
    async () => (await knownPerson(ctx, kiosk, input)) ?? identifyOne(ctx, kiosk, desk, input),
  );
  const { employeeId } = before;
  const { id, kind, occurredAt, offline } = input;
  const punch = await notingRefusal(ctx, { kiosk, input, employeeId }, async () => {
    if (kind === 'in' && !before.known && !kiosk.unscheduled) {
      const at = occurredAt ? Temporal.Instant.from(occurredAt) : ctx.now();
      await assertScheduled(ctx, kiosk, employeeId, at.epochMilliseconds);
    }
    const recorded = await recordPunchFor(ctx, {
      employeeId,
      source: 'kiosk',
      input: { id, kind, occurredAt, offline, deviceId: kiosk.deviceId, locationId: kiosk.locationId },
    });
    return recorded.punch;
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

type Person = { employeeId: string; name: string; known: boolean };

/** Whose punch it was, when this kiosk sent it before. */
async function knownPerson(ctx: Ctx, kiosk: KioskActor, input: KioskPunch): Promise<Person | undefined> {
  const origin = await ctx.db.transaction(ctx.orgId, (tx) => findPunchOrigin(tx, ctx.orgId, input.id));
  if (!origin || origin.deviceId !== kiosk.deviceId) return undefined;
  const same = input.employeeId === undefined || input.employeeId === origin.employeeId;
  return same ? { ...origin, known: true } : undefined;
}

async function identifyOne(ctx: Ctx, kiosk: KioskActor, desk: PinDesk, input: KioskPunch): Promise<Person> {
  const claim = { employeeId: input.employeeId, pin: pinOf(kiosk, desk, input) };
  const [person, ...others] = await identifyPerson(ctx, kiosk, desk, claim);
  if (!person || others.length > 0) throw new AppError('pin_ambiguous');
  return { ...person, known: false };
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
  const { locationId } = kiosk;
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const scheduled = await ctx.db.transaction(ctx.orgId, async (tx) => {
    const { zone = 'UTC', policies } = await findPlaceRules(tx, ctx.orgId, locationId);
    const { match } = policyFinder(policies)(locationId, localDateOf(instant, zone)).settings;
    const shiftDates = shiftDatesAround(at);
    const asked = { employeeId, locationId, at: instant.toString(), shiftDates, ...match };
    return hasShiftAt(tx, ctx.orgId, asked);
  });
  if (!scheduled) throw new AppError('kiosk_unscheduled');
}
