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

/** The weeks that are asked about. A shift counts whole to the week of its business day. */
function weeksOf({ shifts, asked, world }: Plan): Week[] {
  const weeks: Week[] = [];
  for (const shift of asked) {
    const first = firstOfWeek(shift.day, world.weekStart);
    if (!weeks.some((week) => week.first === first)) weeks.push({ first, shifts: [], minutes: 0 });
  }
  for (const shift of shifts) {
    const week = weeks.find(({ first }) => first <= shift.day && shift.day < first + 7);
    if (!week) continue;
    week.shifts.push(shift);
    week.minutes += shift.paidMinutes;
  }
  return weeks;
}

const overHit = ({ first, shifts, minutes }: Week, limit: number): Hit => ({
  shifts,
  // by start: the first begins first, but the longest may end last
  from: shifts[0]?.from ?? 0,
  to: shifts.reduce((last, shift) => Math.max(last, shift.to), 0),
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
