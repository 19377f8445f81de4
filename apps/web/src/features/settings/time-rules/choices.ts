import type { PlaceAction, Rounding, TimePolicySettings } from '@vaktplan/contracts/http/time-policies';

/** What a select offers: the value stored, by a key. */
export type Choice<T> = { key: string; label: string; value: T };

const nearest = ([5, 10, 15, 20] as const).map((minutes): Choice<Rounding> => ({
  key: `nearest-${minutes}`,
  label: `To the nearest ${minutes} minutes`,
  value: { to: 'nearest', minutes },
}));
const schedule = [5, 10, 15, 30, 60].map((withinMinutes): Choice<Rounding> => ({
  key: `schedule-${withinMinutes}`,
  label: `To the shift, up to ${withinMinutes} minutes away`,
  value: { to: 'schedule', withinMinutes },
}));
export const ROUNDINGS: Choice<Rounding>[] = [
  { key: 'none', label: 'As punched', value: { to: 'none' } },
  ...nearest,
  ...schedule,
];
export const UNSCHEDULED_ROUNDINGS = ROUNDINGS.filter(({ value }) => value.to !== 'schedule');

export function keyOfRounding(rounding: Rounding): string {
  if (rounding.to === 'nearest') return `nearest-${rounding.minutes}`;
  return rounding.to === 'schedule' ? `schedule-${rounding.withinMinutes}` : 'none';
}

export const ROUNDING_FIELDS = [
  ['inEarly', 'In before the shift'],
  ['inLate', 'In after its start'],
  ['outEarly', 'Out before its end'],
  ['outLate', 'Out after its end'],
  ['unscheduled', 'Without a shift'],
] as const;

export const BREAK_MODES: [TimePolicySettings['breaks']['mode'], string][] = [
  ['punched', 'As punched'],
  ['at_least', 'As punched, at least the rule'],
  ['deducted', 'By the rule alone'],
];
export const OVERNIGHT: [TimePolicySettings['overnight'], string][] = [
  ['day_starts', 'The day on which it starts'],
  ['day_ends', 'The day on which it ends'],
  ['most_worked', 'The day with the most work'],
  ['split', 'Each its part, split at midnight'],
];
export const LONGEST: [TimePolicySettings['maximum']['mode'], string][] = [
  ['end', 'Count no more'],
  ['split', 'Start another entry'],
];
export const FORGOTTEN: [string, string][] = [
  ['0', 'At the end of the shift'],
  ['30', '30 minutes after the shift'],
  ['60', '1 hour after the shift'],
  ['90', '1½ hours after the shift'],
  ['120', '2 hours after the shift'],
  ['never', 'Only at the longest time'],
];
export const ACTIONS: [PlaceAction, string][] = [
  ['off', 'Do not check'],
  ['flag', 'Allow and mark'],
  ['block', 'Do not let in'],
];
