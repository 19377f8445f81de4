import { hitOn, type Rule } from './facts.rules.ts';

/**
 * Shifts on a day on which their location is closed. A shift belongs to the day it starts on: the end of Saturday's night
 * does not lie in a closed Sunday.
 */
export const closedDay: Rule = {
  id: 'closed_day',
  unit: 'day',
  check: ({ asked, world: { closed } }) =>
    closed.size === 0
      ? []
      : asked
          .filter((shift) => closed.get(shift.locationId)?.has(shift.day))
          .map((shift) => hitOn(shift, shift.day, null)),
};
