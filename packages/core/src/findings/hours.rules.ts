import {
  firstOfWeek,
  holds,
  type Hit,
  type PersonFacts,
  type Plan,
  type PlannedFact,
  type Rule,
} from './facts.rules.ts';

type Week = { first: number; shifts: PlannedFact[]; minutes: number };

/** A shift counts whole to the week of its business day. */
function weeksOf({ shifts, world }: Pick<Plan, 'shifts' | 'world'>): Week[] {
  const weeks: Week[] = [];
  for (const shift of shifts) {
    const first = firstOfWeek(shift.day, world.weekStart);
    let week = weeks.find((one) => one.first === first);
    if (!week) weeks.push((week = { first, shifts: [], minutes: 0 }));
    week.shifts.push(shift);
    week.minutes += shift.paidMinutes;
  }
  return weeks;
}

const overHit = ({ first, shifts, minutes }: Week, limit: number): Hit => ({
  shifts,
  from: Math.min(...shifts.map((shift) => shift.from)),
  to: Math.max(...shifts.map((shift) => shift.to)),
  startDay: first,
  endDay: first + 6,
  actual: minutes,
  limit,
});

/**
 * Contracted minutes of the week that begins on `first`: of every day a seventh of the contract that holds then, so
 * that a change in mid-week counts for its days; rounded once. Null: a day's contract says no number, or there is none.
 */
export function contractedMinutes(
  { contracts }: Pick<PersonFacts, 'contracts'>,
  first: number,
): number | null {
  let sevenths = 0;
  let known = false;
  for (let day = first; day < first + 7; day++) {
    const contract = contracts.find((one) => holds(one, day));
    if (!contract) continue;
    if (contract.minutesPerWeek === null) return null;
    sevenths += contract.minutesPerWeek;
    known = true;
  }
  return known ? Math.round(sevenths / 7) : null;
}

export const overContracted: Rule = {
  id: 'over_contracted',
  unit: 'minutes',
  check: (plan) =>
    weeksOf(plan).flatMap((week) => {
      const limit = contractedMinutes(plan.person, week.first);
      return limit !== null && week.minutes > limit ? [overHit(week, limit)] : [];
    }),
};

export const overMaximum: Rule = {
  id: 'over_maximum',
  unit: 'minutes',
  check: (plan) =>
    weeksOf(plan)
      .filter((week) => week.minutes > plan.limit)
      .map((week) => overHit(week, plan.limit)),
};
