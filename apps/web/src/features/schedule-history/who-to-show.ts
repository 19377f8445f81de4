import type { PublishedPeople } from '@vaktplan/contracts/http/schedule-history';

/**
 * The people of the place, those first who have seen something of the days; `first`: the one to begin with, if possible
 * with shifts of their own. Undefined: there is nobody with anything to see.
 */
export function whoToShow<Person extends { id: string }>(
  people: readonly Person[],
  published: PublishedPeople['data'],
): { first: string | undefined; seen: Person[]; others: Person[] } {
  const own = new Map(published.map((one) => [one.employeeId, one.own]));
  const seen = people.filter(({ id }) => own.has(id));
  const first = seen.find(({ id }) => own.get(id)) ?? seen[0];
  return { first: first?.id, seen, others: people.filter(({ id }) => !own.has(id)) };
}
