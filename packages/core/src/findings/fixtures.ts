import { Temporal } from 'temporal-polyfill';
import { dayOf, type Days, type PersonFacts, type PlannedFact, type RuleWorld } from './facts.rules.ts';
import { DEFAULT_SETTINGS } from './evaluate.rules.ts';

/** A shift from wall-clock times in a zone: "2025-12-01 22:00" to "06:00", on the next day when that comes first. */
export function planned(
  start: string,
  end: string,
  more: Partial<PlannedFact> & { zone?: string } = {},
): PlannedFact {
  const { zone = 'Europe/Copenhagen', ...rest } = more;
  const from = Temporal.PlainDateTime.from(start.replace(' ', 'T'));
  const same = from.withPlainTime(end);
  const to = Temporal.PlainDateTime.compare(same, from) > 0 ? same : same.add({ days: 1 });
  const ms = (wall: Temporal.PlainDateTime) => wall.toZonedDateTime(zone).epochMilliseconds;
  const day = dayOf(from.toPlainDate().toString());
  return {
    id: start,
    locationId: 'here',
    positionId: null,
    from: ms(from),
    to: ms(to),
    day,
    endDay: dayOf(to.subtract({ minutes: 1 }).toPlainDate().toString()),
    paidMinutes: (ms(to) - ms(from)) / 60_000,
    ...rest,
  };
}

export const EVER: Days = { from: -Infinity, to: Infinity };

/** Days `[from, to)` from dates. */
export const days = (from: string, to: string | null): Days => ({
  from: dayOf(from),
  to: to === null ? Infinity : dayOf(to),
});

/** Somebody with a contract of 37 hours a week, and no position or skill. */
export const person = (values: Partial<PersonFacts> = {}): PersonFacts => ({
  id: 'ida',
  deactivated: false,
  lastDay: null,
  contracts: [{ ...EVER, minutesPerWeek: 37 * 60 }],
  positions: new Map(),
  skills: new Map(),
  ...values,
});

export const world = (values: Partial<RuleWorld> = {}): RuleWorld => ({
  weekStart: 1,
  required: new Map(),
  closed: new Map(),
  settings: DEFAULT_SETTINGS,
  ...values,
});
