import type { Hit, PlannedFact, Rule } from './facts.rules.ts';

/**
 * Rest between two stretches of work, in real elapsed minutes. Adjacent and overlapping shifts are one stretch; a pause
 * between two shifts of one business day is a split shift and no daily rest.
 */
export const restShort: Rule = {
  id: 'rest_short',
  unit: 'minutes',
  check: ({ shifts, limit }) => {
    const hits: Hit[] = [];
    let last: PlannedFact | undefined;
    let stretchDay = 0;
    for (const shift of shifts) {
      const rest = last ? Math.floor((shift.from - last.to) / 60_000) : 0;
      const goesOn = last !== undefined && shift.from <= last.to;
      if (last && !goesOn && shift.day !== stretchDay && rest < limit) {
        hits.push({
          shifts: [last, shift],
          from: last.to,
          to: shift.from,
          startDay: last.day,
          endDay: shift.day,
          actual: rest,
          limit,
        });
      }
      if (!goesOn) stretchDay = shift.day;
      if (!last || shift.to >= last.to) last = shift;
    }
    return hits;
  },
};
