import type { Hit, Plan, PlannedFact, Rule } from './facts.rules.ts';

/** Every pair of shifts that share a moment, at one location or at two. Half-open: adjacent shifts share none. */
function clashes({ shifts }: Plan, atOne: boolean): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < shifts.length; i++) {
    const first = shifts[i] as PlannedFact;
    for (let j = i + 1; j < shifts.length; j++) {
      const second = shifts[j] as PlannedFact;
      // by start: none after this one reaches back either
      if (second.from >= first.to) break;
      if ((first.locationId === second.locationId) !== atOne) continue;
      const to = Math.min(first.to, second.to);
      hits.push({
        shifts: [first, second],
        from: second.from,
        to,
        startDay: first.day,
        endDay: Math.max(first.endDay, second.endDay),
        actual: Math.floor((to - second.from) / 60_000),
        limit: 0,
      });
    }
  }
  return hits;
}

export const overlap: Rule = { id: 'overlap', unit: 'minutes', check: (plan) => clashes(plan, true) };

export const doubleBooking: Rule = {
  id: 'double_booking',
  unit: 'minutes',
  check: (plan) => clashes(plan, false),
};
