import type { DayRange, FeasibilityAnswer } from '@vaktplan/ui/schedule-grid';
import { write } from '@/lib/api';
import { answerOf } from './feasibility-answer';
import type { FindingWords } from './finding-words';

export { judgeHere, readPlan } from './judge-here';

/** Asks once, as shifts are picked up, where they may go; what comes back answers for every cell from memory. */
export async function askFeasibility(
  locationId: string,
  shiftIds: readonly string[],
  range: DayRange,
  positionOf: (shiftId: string) => string | undefined,
  t: FindingWords,
): Promise<FeasibilityAnswer> {
  const view = await write('POST', '/shifts/feasibility', {
    body: { locationId, shiftIds, ...range },
    schema: () => import('@vaktplan/contracts/http/findings').then((contracts) => contracts.FeasibilityView),
  });
  return answerOf(view, positionOf, t);
}
