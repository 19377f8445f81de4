import * as z from 'zod';
import { Id, Instant, Name, Version } from '../primitives.ts';
import { PunchKind } from './time-tracking.ts';

export const KioskIdentification = z.enum(['pin', 'name', 'name_and_pin']);
export type KioskIdentification = z.infer<typeof KioskIdentification>;
export const KioskPhoto = z.enum(['off', 'optional', 'required']);
export type KioskPhoto = z.infer<typeof KioskPhoto>;

const profile = {
  name: Name,
  /** Whose people it is for; empty: everybody of the location. */
  departmentIds: z.array(Id).max(100),
  /** How people say who they are. */
  identification: KioskIdentification,
  photo: KioskPhoto,
  /** May people clock in who have no shift now? */
  unscheduled: z.boolean(),
};

/** A shared tablet of a location. What is left out: everybody of the location, name and PIN, no photo, unscheduled allowed. */
export const CreateKioskSchema = z
  .strictObject({ ...z.object(profile).partial().shape, name: Name, locationId: Id })
  .meta({ id: 'CreateKiosk' });
export type CreateKiosk = z.infer<typeof CreateKioskSchema>;
export const UpdateKioskSchema = z.strictObject(profile).partial().meta({ id: 'UpdateKiosk' });
export type UpdateKiosk = z.infer<typeof UpdateKioskSchema>;

export const KioskView = z
  .object({
    id: Id,
    locationId: Id,
    ...profile,
    name: z.string(),
    /** waiting: a code is open; active: a tablet has been enrolled; expired: the code ran out unused. */
    state: z.enum(['waiting', 'active', 'expired']),
    codeExpiresAt: Instant.nullable(),
    enrolledAt: Instant.nullable(),
    lastSeenAt: Instant.nullable(),
    /** The tablet's clock minus ours, in milliseconds, when last seen. */
    clockSkewMs: z.int().nullable(),
    version: Version,
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'Kiosk' });
export type KioskView = z.infer<typeof KioskView>;
export const ListKiosksQuerySchema = z
  .strictObject({ locationId: Id.optional() })
  .meta({ id: 'ListKiosksQuery' });
export type ListKiosksQuery = z.infer<typeof ListKiosksQuerySchema>;
export const KioskList = z
  .object({ data: z.array(KioskView), meta: z.object({ count: z.int() }) })
  .meta({ id: 'KioskList' });
export type KioskList = z.infer<typeof KioskList>;

/** The one-time code is told once, here; it is typed on the tablet. */
export const KioskCode = z
  .object({ kiosk: KioskView, code: z.string(), expiresAt: Instant })
  .meta({ id: 'KioskCode' });
export type KioskCode = z.infer<typeof KioskCode>;

/** Spaces, dashes and small letters are forgiven. */
export const EnrollKioskSchema = z
  .strictObject({ code: z.string().trim().min(8).max(20) })
  .meta({ id: 'EnrollKiosk' });
export type EnrollKiosk = z.infer<typeof EnrollKioskSchema>;
/** The token is the tablet's key from now on; the web server keeps it in a cookie that no script can read. */
export const KioskToken = z.object({ token: z.string() }).meta({ id: 'KioskToken' });
export type KioskToken = z.infer<typeof KioskToken>;

export const Pin = z.string().regex(/^\d{4,8}$/, '4 to 8 digits');
export const SetPinSchema = z.strictObject({ pin: Pin }).meta({ id: 'SetPin' });
export type SetPin = z.infer<typeof SetPinSchema>;
/** Whether there is one; the PIN itself is never told. */
export const PinState = z.object({ isSet: z.boolean(), setAt: Instant.nullable() }).meta({ id: 'PinState' });
export type PinState = z.infer<typeof PinState>;

const KioskShift = z.object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  positionName: z.string().nullable(),
});
/** A person as the tablet shows them: the name, whether they are in, and the shift around now or next within 16 hours. */
export const KioskPerson = z
  .object({
    employeeId: Id,
    name: z.string(),
    state: z.enum(['out', 'in', 'on_break']),
    since: Instant.nullable(),
    shift: KioskShift.nullable(),
    /** False: no PIN yet, where one is needed. */
    hasPin: z.boolean(),
  })
  .meta({ id: 'KioskPerson' });
export type KioskPerson = z.infer<typeof KioskPerson>;

export const KioskScreen = z
  .object({
    id: Id,
    name: z.string(),
    organizationName: z.string(),
    /** How times are written here. */
    locale: z.string(),
    location: z.object({ id: Id, name: z.string(), zone: z.string() }),
    identification: KioskIdentification,
    photo: KioskPhoto,
    unscheduled: z.boolean(),
    /** Public key (P-256, raw, base64url): PINs that wait on the tablet are sealed with it and open only here. */
    sealKey: z.string(),
    /** Nobody where people only type a PIN. */
    people: z.array(KioskPerson),
    serverTime: Instant,
  })
  .meta({ id: 'KioskScreen' });
export type KioskScreen = z.infer<typeof KioskScreen>;

export const IdentifySchema = z
  .strictObject({ employeeId: Id.optional(), pin: Pin.optional() })
  .meta({ id: 'Identify' });
export type Identify = z.infer<typeof IdentifySchema>;
/** One person; several when a PIN alone fits more than one: then the name has to be chosen. */
export const Identified = z.object({ people: z.array(KioskPerson) }).meta({ id: 'Identified' });
export type Identified = z.infer<typeof Identified>;

/**
 * A tap on the tablet. Its id, made there, is its key. The PIN comes as typed, or sealed for the tablet's key and this
 * punch when it had to wait. Without `employeeId` the PIN alone says who it is.
 */
export const KioskPunchSchema = z
  .strictObject({
    id: Id,
    kind: PunchKind,
    employeeId: Id.optional(),
    occurredAt: Instant.optional(),
    offline: z.boolean().optional(),
    pin: Pin.optional(),
    sealedPin: z
      .string()
      .max(400)
      .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'A sealed PIN')
      .optional(),
  })
  .meta({ id: 'KioskPunch' });
export type KioskPunch = z.infer<typeof KioskPunchSchema>;
export const KioskPunched = z
  .object({
    punchId: Id,
    kind: PunchKind,
    occurredAt: Instant,
    person: KioskPerson,
  })
  .meta({ id: 'KioskPunched' });
export type KioskPunched = z.infer<typeof KioskPunched>;

export const HeartbeatSchema = z.strictObject({ deviceTime: Instant }).meta({ id: 'Heartbeat' });
export type Heartbeat = z.infer<typeof HeartbeatSchema>;
export const HeartbeatAnswer = z
  .object({
    serverTime: Instant,
    /** The token is old: ask for a new one. */
    renewToken: z.boolean(),
  })
  .meta({ id: 'HeartbeatAnswer' });
export type HeartbeatAnswer = z.infer<typeof HeartbeatAnswer>;
