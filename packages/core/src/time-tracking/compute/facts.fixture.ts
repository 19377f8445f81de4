import { DEFAULT_TIME_POLICY, type TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { computeEntries, type Inputs } from './compute-entries.rules.ts';
import type { ComputedEntry, Fact, PlannedShift } from './facts.rules.ts';
import { zoneClock } from './zone-clock.rules.ts';

export const HERE = '019ab000-0000-7000-8000-00000000aaaa';
export const COPENHAGEN = 'Europe/Copenhagen';

let count = 0;
/** An id whose order is that of the calls. */
const nextId = (): string => `${(++count).toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`;

export const fact = (kind: PunchKind, at: string | number, rest: Partial<Fact> = {}): Fact => {
  const id = rest.id ?? nextId();
  return {
    id,
    root: id,
    kind,
    at: typeof at === 'number' ? at : Date.parse(at),
    sequence: 0,
    locationId: HERE,
    zone: COPENHAGEN,
    flags: [],
    origin: null,
    breakPaid: null,
    ...rest,
  };
};

export const planned = (start: string, end: string, rest: Partial<PlannedShift> = {}): PlannedShift => ({
  id: nextId(),
  start: Date.parse(start),
  end: Date.parse(end),
  locationId: HERE,
  zone: COPENHAGEN,
  localDate: zoneClock.dateOf(rest.zone ?? COPENHAGEN, Date.parse(start)),
  ...rest,
});

export const policy = (change: Partial<TimePolicySettings> = {}): Partial<Inputs> => ({
  policyOf: () => ({ id: null, version: 1, settings: { ...DEFAULT_TIME_POLICY, ...change } }),
});

/** Long after everything, unless told otherwise. */
export const compute = (facts: readonly Fact[], rest: Partial<Inputs> = {}): ComputedEntry[] =>
  computeEntries({
    facts,
    shifts: [],
    flagsAt: ({ flags }: Fact) => flags,
    clock: zoneClock,
    now: Date.parse('2026-12-31T00:00:00Z'),
    before: null,
    ...policy(),
    ...rest,
  } as Inputs);

const text = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().slice(5, 16);
/** "12-01T08:00 - 12-01T16:00 480" and what is flagged besides. */
export const told = (entries: readonly ComputedEntry[]): string[] =>
  entries.map(({ start, end, workedMinutes, flags }) =>
    [
      `${text(start)} - ${text(end)} ${workedMinutes}`,
      ...flags.filter((flag) => flag !== 'unscheduled'),
    ].join(' '),
  );
