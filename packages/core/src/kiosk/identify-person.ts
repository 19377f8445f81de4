import { AppError } from '@vaktplan/contracts/errors';
import type { KioskPersonRow } from '@vaktplan/db/queries/kiosk-people';
import type { Ctx, KioskActor } from '../context/ctx.ts';
import { findPeople } from './find-people.ts';
import { pinHash, sameHash } from './pin-hash.ts';

/**
 * Counts a try with a PIN before it is looked at, so that a hundred at once do not pass together; gives what to call when it
 * was right. Throws `pin_locked`. `person` is null where the PIN alone says who it is; else it names the person and the PIN they
 * have now, so that a new PIN begins with no tries.
 */
export type CountTry = (who: {
  orgId: string;
  deviceId: string;
  person: string | null;
}) => Promise<() => Promise<void>>;
export type PinDesk = { pinSecret: string; countTry: CountTry };
export type Claim = { employeeId?: string | undefined; pin?: string | undefined };

/**
 * Who stands before the tablet, by its way of identification: several where a PIN alone fits several.
 * Errors: not_found (not one of this kiosk's people), validation_failed, pin_missing, pin_wrong, pin_locked.
 */
export async function identifyPerson(
  ctx: Ctx,
  kiosk: KioskActor,
  desk: PinDesk,
  claim: Claim,
): Promise<KioskPersonRow[]> {
  if (kiosk.identification === 'pin') return identifyByPin(ctx, kiosk, desk, claim);
  if (!claim.employeeId) throw missing('employeeId', 'Choose your name');
  const [person] = await findPeople(ctx, kiosk, claim.employeeId);
  if (!person) throw new AppError('not_found');
  if (kiosk.identification === 'name') return [person];
  if (!claim.pin) throw missing('pin', 'Type your PIN');
  if (person.pinHash === null) throw new AppError('pin_missing');
  const named = `${person.employeeId}:${person.pinHash.slice(0, 16)}`;
  const succeeded = await desk.countTry({ orgId: ctx.orgId, deviceId: kiosk.deviceId, person: named });
  const hash = pinHash(desk.pinSecret, ctx.orgId, person.employeeId, claim.pin);
  if (!sameHash(hash, person.pinHash)) throw new AppError('pin_wrong');
  await succeeded();
  return [person];
}

async function identifyByPin(
  ctx: Ctx,
  kiosk: KioskActor,
  desk: PinDesk,
  { pin, employeeId }: Claim,
): Promise<KioskPersonRow[]> {
  if (!pin) throw missing('pin', 'Type your PIN');
  const succeeded = await desk.countTry({ orgId: ctx.orgId, deviceId: kiosk.deviceId, person: null });
  const people = await findPeople(ctx, kiosk);
  if (employeeId && !people.some((person) => person.employeeId === employeeId))
    throw new AppError('not_found');
  const fitting = people.filter(
    (person) =>
      person.pinHash !== null &&
      sameHash(person.pinHash, pinHash(desk.pinSecret, ctx.orgId, person.employeeId, pin)),
  );
  const meant = employeeId ? fitting.filter((person) => person.employeeId === employeeId) : fitting;
  if (meant.length === 0) throw new AppError('pin_wrong');
  await succeeded();
  return meant;
}

const missing = (path: string, message: string): AppError =>
  new AppError('validation_failed', { errors: [{ path, message }] });
