import type { RuleId, Severity } from '@vaktplan/contracts/http/findings';

/** Days `[from, to)`, counted from 1970-01-01 in the calendar of the location. */
export type Days = { from: number; to: number };

/** A shift of the working copy as the rules see it: instants in epoch milliseconds, real elapsed time. */
export type PlannedFact = {
  id: string;
  locationId: string;
  positionId: string | null;
  from: number;
  to: number;
  /** The business day it starts on, and the one its last minute lies in. */
  day: number;
  endDay: number;
  /** Without unpaid breaks. */
  paidMinutes: number;
};

/** What is on file about a person. */
export type PersonFacts = {
  id: string;
  deactivated: boolean;
  lastDay: number | null;
  contracts: readonly (Days & { minutesPerWeek: number | null })[];
  /** By the id of the position or skill: when it is held. */
  positions: ReadonlyMap<string, readonly Days[]>;
  skills: ReadonlyMap<string, readonly Days[]>;
};

/** How strictly a rule is taken. `limit` in the rule's unit; `reason`: who goes on must say why. */
export type RuleSetting = { severity: Severity; reason: boolean; limit: number; source: string };
export type RuleSettings = Readonly<Partial<Record<RuleId, RuleSetting>>>;

/** What holds for everybody: first day of the week (1 Monday to 7 Sunday), skills that positions ask for, settings. */
export type RuleWorld = {
  weekStart: number;
  required: ReadonlyMap<string, readonly string[]>;
  /** By location: the business days on which it is closed. */
  closed: ReadonlyMap<string, ReadonlySet<number>>;
  settings: RuleSettings;
};

/** One person's shifts, by start, all pairs of days that matter included: whole weeks and two days around them. */
export type Plan = {
  person: PersonFacts;
  shifts: readonly PlannedFact[];
  /** Those of them that are asked about: all, or the one that is being placed. */
  asked: readonly PlannedFact[];
  world: RuleWorld;
  limit: number;
};

/** Where a rule is broken. */
export type Hit = {
  shifts: readonly PlannedFact[];
  /** Epoch milliseconds, and business days, both included. */
  from: number;
  to: number;
  startDay: number;
  endDay: number;
  actual: number | null;
  limit: number | null;
  subjectId?: string;
};

export type Unit = 'minutes' | 'day';
export type Rule = { id: RuleId; unit: Unit; check: (plan: Plan) => Hit[] };

export type Finding = {
  rule: RuleId;
  severity: Severity;
  reason: boolean;
  employeeId: string;
  shiftIds: readonly string[];
  from: number;
  to: number;
  startDay: number;
  endDay: number;
  unit: Unit;
  actual: number | null;
  limit: number | null;
  subjectId: string | null;
  source: string;
};

const DAY_MS = 86_400_000;

/** YYYY-MM-DD -> days since 1970-01-01. */
export const dayOf = (date: string): number => Date.parse(date) / DAY_MS;

export const holds = (span: Days, day: number): boolean => span.from <= day && day < span.to;

/** First day of the week that holds `day`. 1970-01-01 was a Thursday. */
export const firstOfWeek = (day: number, weekStart: number): number => {
  const since = (day + 4 - weekStart) % 7;
  return day - (since < 0 ? since + 7 : since);
};

/** A hit on one shift alone. */
export const hitOn = (
  shift: PlannedFact,
  actual: number | null,
  limit: number | null,
  subjectId?: string,
): Hit => ({
  shifts: [shift],
  from: shift.from,
  to: shift.to,
  startDay: shift.day,
  endDay: shift.endDay,
  actual,
  limit,
  ...(subjectId === undefined ? {} : { subjectId }),
});

/** Of spans, the last day held before `day`, else the first one after it; null: none is bounded. */
export function nearestBound(spans: readonly Days[], day: number): number | null {
  let before = -Infinity;
  let after = Infinity;
  for (const { from, to } of spans) {
    if (to <= day) before = Math.max(before, to - 1);
    else if (from > day) after = Math.min(after, from);
  }
  if (before > -Infinity) return before;
  return after < Infinity ? after : null;
}
