import type { Rounding } from '@vaktplan/contracts/http/time-policies';

/** What a select of roundings offers: the value stored, by a key. */
type Choice = { key: string; value: Rounding };

export function keyOfRounding(rounding: Rounding): string {
  if (rounding.to === 'nearest') return `nearest-${rounding.minutes}`;
  return rounding.to === 'schedule' ? `schedule-${rounding.withinMinutes}` : 'none';
}

const choiceOf = (value: Rounding): Choice => ({ key: keyOfRounding(value), value });
const nearest = ([5, 10, 15, 20] as const).map((minutes) => choiceOf({ to: 'nearest', minutes }));
const schedule = [5, 10, 15, 30, 60].map((withinMinutes) => choiceOf({ to: 'schedule', withinMinutes }));

export const ROUNDING_FIELDS = ['inEarly', 'inLate', 'outEarly', 'outLate', 'unscheduled'] as const;
type Field = (typeof ROUNDING_FIELDS)[number];

/** What is offered for a field, with what holds now should that be something else. */
export function roundingsFor(field: Field, now: Rounding): Choice[] {
  const offered = [choiceOf({ to: 'none' }), ...nearest, ...(field === 'unscheduled' ? [] : schedule)];
  return offered.some(({ key }) => key === keyOfRounding(now)) ? offered : [...offered, choiceOf(now)];
}

export const BREAK_MODES = ['punched', 'at_least', 'deducted'] as const;
export const OVERNIGHT = ['day_starts', 'day_ends', 'most_worked', 'split'] as const;
export const LONGEST = ['end', 'split'] as const;
/** Minutes after the shift's end. */
const FORGOTTEN = ['0', '30', '60', '90', '120', 'never'];

/** Likewise, of minutes after the shift's end, or `never`. */
export const forgottenFor = (now: string): string[] =>
  FORGOTTEN.includes(now) ? FORGOTTEN : [...FORGOTTEN, now];
export const ACTIONS = ['off', 'flag', 'block'] as const;
