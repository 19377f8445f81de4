import type { Rounding, TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import type { ZoneClock } from './zone-clock.rules.ts';

type Edge = { at: number; zone: string; clock: ZoneClock };

/** To the nearest n minutes of the wall clock (half goes up), or to the shift's edge. `at` where the rule does not reach. */
export function roundTime(rule: Rounding, { at, zone, clock }: Edge, edge: number | null): number {
  switch (rule.to) {
    case 'none':
      return at;
    case 'schedule':
      return edge !== null && Math.abs(at - edge) <= rule.withinMinutes * 60_000 ? edge : at;
    case 'nearest': {
      const step = rule.minutes * 60_000;
      const ahead = clock.offset(zone, at);
      return Math.floor((at + ahead + step / 2) / step) * step - ahead;
    }
  }
}

/** Which of the five rules a clock-in or clock-out falls under. */
export function ruleFor(
  rules: TimePolicySettings['rounding'],
  side: 'in' | 'out',
  at: number,
  edge: number | null,
): Rounding {
  if (edge === null) return rules.unscheduled;
  if (side === 'in') return at < edge ? rules.inEarly : rules.inLate;
  return at < edge ? rules.outEarly : rules.outLate;
}
