import type { FindingView } from '@vaktplan/contracts/http/findings';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { Words } from '../../lib/words-in';

export type FindingWords = Words<WordKey<'findings'>>;
type Facts = Pick<FindingView, 'rule'> & { actual: number | null; limit: number | null };
type Said = Pick<FindingView, 'rule' | 'actual' | 'limit' | 'subjectId'>;

/** "9 hours", "1 hour", "9 hours 30 minutes", "45 minutes". */
function lengthWords(all: number, t: FindingWords): string {
  const hours = Math.floor(all / 60);
  const minutes = all % 60;
  if (minutes === 0) return t('length_hours', { hours });
  return hours === 0 ? t('length_minutes', { minutes }) : t('length_both', { hours, minutes });
}

/** What a rule found: "only 9 hours rest". `subject`: the name of the position or skill. */
export function sayFinding(
  { rule, actual, limit }: Facts,
  subject: string | undefined,
  t: FindingWords,
): string {
  // half of the rules say no measure, and a drag asks at each cell
  const measures = {
    get found() {
      return lengthWords(actual ?? 0, t);
    },
    get allowed() {
      return lengthWords(limit ?? 0, t);
    },
  };
  const named = `${rule}_of`;
  return subject !== undefined && t.has(named) ? t(named, { subject }) : t(rule, measures);
}

/** A finding as it stands on a chip. A rule that there are no words for is told as the API has it. */
export function wordsOf(
  { rule, actual, limit, subjectId }: Said,
  roster: RosterView,
  t: FindingWords,
): string {
  const minutes = (measure: FindingView['actual']) => (typeof measure === 'number' ? measure : null);
  const position = roster.positions.find((one) => one.id === subjectId);
  return sayFinding({ rule, actual: minutes(actual), limit: minutes(limit) }, position?.name, t);
}
