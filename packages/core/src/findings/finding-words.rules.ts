import type { RuleId } from '@vaktplan/contracts/http/findings';
import { instantOf } from '../time/utc.rules.ts';

/** "9 hours", "1 hour", "9 hours 30 minutes", "45 minutes". */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const of = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  if (rest === 0) return of(hours, 'hour');
  return hours === 0 ? of(rest, 'minute') : `${of(hours, 'hour')} ${of(rest, 'minute')}`;
}

type Said = { rule: RuleId; actual: number | null; limit: number | null };

/**
 * What a rule found, as it is shown and spoken after a name and a day: "only 9 hours rest". Measures as the rules have
 * them; `subject`: the name of the position or skill.
 */
export function sayFinding({ rule, actual, limit }: Said, subject?: string): string {
  const found = sayMinutes(actual ?? 0);
  const allowed = sayMinutes(limit ?? 0);
  switch (rule) {
    case 'overlap':
      return `overlaps another shift by ${found}`;
    case 'double_booking':
      return 'works at another location then';
    case 'inactive':
      return 'no longer works here';
    case 'outside_contract':
      return 'no contract that day';
    case 'position_missing':
      return `does not hold the position${subject ? ` ${subject}` : ''}`;
    case 'position_expired':
      return `does not hold the position${subject ? ` ${subject}` : ''} that day`;
    case 'skill_missing':
      return `lacks a skill the position asks for${subject ? `: ${subject}` : ''}`;
    case 'skill_expired':
      return `a skill the position asks for is not valid that day${subject ? `: ${subject}` : ''}`;
    case 'closed_day':
      return 'the location is closed that day';
    case 'rest_short':
      return `only ${found} rest`;
    case 'over_maximum':
      return `${found} that week, ${allowed} allowed`;
    case 'over_contracted':
      return `${found} that week, ${allowed} in the contract`;
  }
}

/** Days since 1970-01-01 -> YYYY-MM-DD. */
export const dateOfDay = (day: number): string => instantOf(day * 86_400_000).slice(0, 10);
