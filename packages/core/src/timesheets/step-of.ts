import type { LineRow } from '@vaktplan/db/queries/timesheet-lines';
import { seenOf } from './decide-entries.ts';
import { factsOf } from './line.presenter.ts';
import { lineState } from './review.rules.ts';

/** An entry as its history shows it before and after its times changed. */
export const stepOf = (line: LineRow) => ({
  state: lineState(factsOf(line)),
  startedAt: line.startedAt,
  endedAt: line.endedAt,
  ...seenOf(line),
});
