import type { Clocks } from './clocks.ts';
import { contradicted, type Reading } from './readings.rules.ts';
import type { Tap } from './tap.ts';

/** What the taps that waited on a device say of its clocks, by person. */
export function readingsOf(taps: readonly Tap[]): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  for (const { employeeId, input, time, queued } of taps) {
    const { id, tapped, offline } = input;
    if (!tapped || !(queued || offline) || 'refusal' in time) continue;
    const { bootId, monotonicMs } = tapped;
    const own = found.get(employeeId) ?? [];
    own.push({ id, bootId, claimed: time.claimed, monotonicMs, at: time.at });
    found.set(employeeId, own);
  }
  return found;
}

/**
 * Puts them to what is known of the same devices. Where that shows earlier punches to be wrong which were not read: from
 * when on to read again, by person.
 */
export function addReadings(
  { people }: Clocks,
  waiting: ReadonlyMap<string, readonly Reading[]>,
): Map<string, number> {
  const further = new Map<string, number>();
  for (const [employeeId, readings] of waiting) {
    const person = people.get(employeeId);
    if (!person) continue;
    const known = new Set(person.readings.map(({ id }) => id));
    const before = new Set(contradicted(person.readings));
    const all = [...person.readings, ...readings.filter(({ id }) => !known.has(id))];
    const facts = new Set(person.facts.map(({ id }) => id));
    const unread = contradicted(all).filter(
      (one) => known.has(one.id) && !before.has(one) && !facts.has(one.id),
    );
    person.readings = all;
    person.entries = null;
    if (unread.length > 0) further.set(employeeId, Math.min(...unread.map(({ at }) => at)));
  }
  return further;
}
