import { hitOn, holds, nearestBound, type Rule } from './facts.rules.ts';

/** Shifts of somebody who has left, after their last day. */
export const inactive: Rule = {
  id: 'inactive',
  unit: 'day',
  check: ({ person: { deactivated, lastDay }, asked }) =>
    asked
      .filter((shift) => (lastDay === null ? deactivated : shift.day > lastDay))
      .map((shift) => hitOn(shift, shift.day, lastDay)),
};

/** Shifts on days without a contract. Who has none on file at all (owners, volunteers) may be planned any day. */
export const outsideContract: Rule = {
  id: 'outside_contract',
  unit: 'day',
  check: ({ person: { contracts }, asked }) =>
    contracts.length === 0
      ? []
      : asked
          .filter((shift) => !contracts.some((contract) => holds(contract, shift.day)))
          .map((shift) => hitOn(shift, shift.day, nearestBound(contracts, shift.day))),
};
