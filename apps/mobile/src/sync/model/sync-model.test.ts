import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../outbox-row';
import { memoryStore } from '../stores/memory-store';
import { nodeSqlite } from '../stores/node-sqlite.fixture';
import { sqliteStore } from '../stores/sqlite-store';
import { live, OWNERS } from './life.fixture';
import { step } from './steps.fixture';

/** More of them in a long run: SYNC_MODEL_RUNS=5000. */
const RUNS = Number(process.env.SYNC_MODEL_RUNS ?? 150);

async function expectAgreement({
  world,
  device,
  taps,
  asked,
  rows,
  missed,
}: Awaited<ReturnType<typeof live>>) {
  // who asks is told of all there was when it asked, whatever runs already
  expect(missed).toEqual([]);
  for (const owner of OWNERS) {
    const person = world.server.personOf(owner);
    const own = await rows(owner);
    const punches = rowsOf(own, 'punch');
    // nothing waits any more, and every tap is either there once or refused in sight
    expect(own.filter(({ state }) => state === 'saved' || state === 'sending')).toEqual([]);
    expect(own.filter(({ state, code }) => state === 'refused' && code === null)).toEqual([]);
    expect(punches.map(({ id }) => id).toSorted()).toEqual(
      taps
        .filter((tap) => tap.owner === owner)
        .map(({ id }) => id)
        .toSorted(),
    );
    const arrived = person.punches.map(({ id }) => id);
    expect(new Set(arrived).size).toBe(arrived.length);
    const confirmed = punches.filter(({ state }) => state === 'confirmed').map(({ id }) => id);
    expect(arrived.toSorted()).toEqual(confirmed.toSorted());
    // in the order of the taps
    expect(arrived).toEqual(confirmed);
    // a clock that was set wrong counts for nothing
    for (const tap of taps.filter(({ isExact }) => isExact)) {
      const punch = person.punches.find(({ id }) => id === tap.id);
      if (punch) expect(Math.abs(punch.at - tap.trueTime)).toBeLessThanOrEqual(120_000);
    }
    // what was corrected arrived once, or was refused in sight
    const corrections = rowsOf(own, 'correction');
    expect(corrections.map(({ id }) => id).toSorted()).toEqual(
      asked
        .filter((one) => one.owner === owner)
        .map(({ id }) => id)
        .toSorted(),
    );
    const keys = [...person.corrections.values()].map(({ key }) => key);
    expect(keys.toSorted()).toEqual(
      corrections
        .filter(({ state }) => state === 'confirmed')
        .map(({ id }) => id)
        .toSorted(),
    );
    // the last setting is the last that was made
    const made = rowsOf(own, 'settings').at(-1)?.body.patch;
    if (made) expect(person.settings.at(-1)).toEqual(made);
    // the phone shows what the server has
    for (const kind of ['shift', 'time_entry', 'correction', 'notification'] as const) {
      const there = world.server.allOf(owner).filter((one) => one.kind === kind);
      const here = await device.store.items(owner, kind);
      const sorted = <T extends { id: string }>(all: readonly T[]) =>
        all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(here)).toEqual(sorted(there));
    }
    expect(own.filter(({ state, seen }) => state === 'confirmed' && !seen)).toEqual([]);
  }
  // nobody's rows went out in another's name
  const ownerOfRow = new Map([...taps, ...asked].map(({ id, owner }) => [id, owner]));
  for (const { owner, request } of world.log) {
    for (const [id] of JSON.stringify(request).matchAll(/00000009-[0-9-]{27}/g)) {
      expect(ownerOfRow.get(id) ?? owner).toBe(owner);
    }
  }
}

describe('whatever happens, phone and server agree at the end', () => {
  test('kept in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await expectAgreement(await live(steps, memoryStore()));
      }),
      { numRuns: RUNS },
    );
  });

  test('kept in SQLite', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        await expectAgreement(await live(steps, sqliteStore(nodeSqlite(':memory:'))));
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});
