import type { TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import type {
  CreatePunch,
  EntryDeviation,
  EntryFlag,
  PunchKind,
} from '@vaktplan/contracts/http/time-tracking';

/** Counts up whenever the same facts would give other hours. */
export const ENGINE_VERSION = 2;

/** A punch that counts. Times are milliseconds since the epoch. */
export type Fact = {
  id: string;
  /** The original punch, when this one corrects it: what was made of it keeps its key. */
  root: string;
  kind: PunchKind;
  at: number;
  sequence: number;
  locationId: string;
  zone: string;
  /** As judged when it came. */
  flags: readonly EntryFlag[];
  /** What of it a place is judged by; null: it was somewhere of its own (a clock-in), or nothing is known any more. */
  origin: TapOrigin | null;
  /** Of a corrected break; null: as the policy says. */
  breakPaid: boolean | null;
};

export type TapOrigin = { source: 'web' | 'mobile' | 'kiosk'; position: CreatePunch['position'] };
type Place = { locationId: string; zone: string };
/** What is worth a look at a fact, now that it is known where the work was that it belongs to. */
export type FlagsAt = (fact: Fact, place: Place) => readonly EntryFlag[];

export type PlannedShift = {
  id: string;
  start: number;
  end: number;
  locationId: string;
  zone: string;
  localDate: string;
};

export type Policy = { id: string | null; version: number; settings: TimePolicySettings };
/** The policy of a location on one of its business days. */
export type PolicyOf = (locationId: string, localDate: string) => Policy;

export type ComputedBreak = { id: string; start: number; end: number | null; paid: boolean };

/** A time entry as its facts make it; `end` null: still at work. */
export type ComputedEntry = {
  key: string;
  locationId: string;
  zone: string;
  shiftId: string | null;
  /** What was planned right after it and worked in the same go, in order. */
  furtherShiftIds: string[];
  start: number;
  end: number | null;
  countedStart: number;
  countedEnd: number | null;
  breaks: ComputedBreak[];
  deductedMinutes: number;
  workedMinutes: number | null;
  localDate: string;
  days: { localDate: string; minutes: number }[];
  flags: EntryFlag[];
  deviations: EntryDeviation[];
  openedBy: string;
  closedBy: string | null;
  punchIds: string[];
  /** No punch after this changes the entry or one before it; null: any may. */
  settledAt: number | null;
  /** When it is closed by the product, if nobody does; null: it has ended. */
  dueAt: number | null;
  policyId: string | null;
  policyVersion: number;
  inputsHash: string;
};

export type Moment = Pick<Fact, 'at' | 'sequence' | 'id'>;

/** By time; taps of one moment by the device's own count, then by id: one order, however they were delivered. */
export const byTime = (a: Moment, b: Moment): number =>
  a.at - b.at || a.sequence - b.sequence || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
