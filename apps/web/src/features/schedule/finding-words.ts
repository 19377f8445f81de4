import type { FindingView } from '@vaktplan/contracts/http/findings';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { sayFinding } from '@vaktplan/core/rules';

type Said = Pick<FindingView, 'rule' | 'actual' | 'limit' | 'subjectId'>;

/** A finding as it stands on a chip: "only 9 hours rest". */
export function wordsOf({ rule, actual, limit, subjectId }: Said, roster: RosterView): string {
  const minutes = (measure: FindingView['actual']) => (typeof measure === 'number' ? measure : null);
  const position = roster.positions.find((one) => one.id === subjectId);
  return sayFinding({ rule, actual: minutes(actual), limit: minutes(limit) }, position?.name);
}
