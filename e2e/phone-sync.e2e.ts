import { expect, inject } from 'vitest';
import type { Anchor } from '../apps/mobile/src/sync/anchor';
import { createEngine } from '../apps/mobile/src/sync/engine';
import { loadSnapshot } from '../apps/mobile/src/sync/snapshot';
import { nodeSqlite } from '../apps/mobile/src/sync/stores/node-sqlite.fixture';
import { sqliteStore } from '../apps/mobile/src/sync/stores/sqlite-store';
import { ask, authenticate } from './api.ts';
import { journey, PASSWORD } from './journey.ts';

type Entries = { data: { id: string; startedAt: string; endedAt: string | null }[] };
type Corrections = { data: { entryId: string | null }[] };

const OWNER = 'organization:person';
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Signs in as the app does and gives its token for the API. */
async function tokenOf(email: string): Promise<string> {
  const headers = { origin: 'vaktplan://app', 'content-type': 'application/json' };
  const body = JSON.stringify({ email, password: PASSWORD });
  const signedIn = await fetch(`${inject('api')}/auth/sign-in/email`, { method: 'POST', headers, body });
  const { token: session } = (await signedIn.json()) as { token: string };
  const issued = await fetch(`${inject('api')}/auth/token`, {
    headers: { authorization: `Bearer ${session}` },
  });
  return ((await issued.json()) as { token: string }).token;
}

/** The app's own engine and SQL with the real API; its clock is a day ahead, its network what the test says. */
function phone(token: string, startsAt: number) {
  const store = sqliteStore(nodeSqlite(':memory:'));
  const at = {
    time: startsAt,
    bootedAt: startsAt - 6 * 60 * MINUTE,
    bootId: crypto.randomUUID(),
    online: true,
    lost: 0,
  };
  let anchor: Anchor | null = null;
  const engine = createEngine({
    store,
    newId: () => crypto.randomUUID(),
    random: () => 0,
    changed: () => undefined,
    anchors: { get: () => anchor, set: (next) => (anchor = next) },
    clock: {
      wall: () => at.time + DAY,
      mono: () => at.time - at.bootedAt,
      bootId: () => at.bootId,
      timeZone: () => 'America/Los_Angeles',
    },
    transport: {
      async send(_owner, { method, path, body, idempotencyKey }) {
        if (!at.online) throw new TypeError('Network request failed');
        const headers = {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        };
        const sent = body === undefined ? {} : { body: JSON.stringify(body) };
        const answer = await fetch(inject('api') + path, { method, headers, ...sent });
        const given = { status: answer.status, body: (await answer.json()) as unknown };
        // it arrived, and the phone never hears of it
        if (at.lost-- > 0) throw new TypeError('Network request failed');
        return given;
      },
    },
  });
  return { at, engine, store };
}

journey(
  'a day without network on a phone whose clock is wrong: everything arrives, once',
  { timeout: 90_000 },
  async ({ visitor }) => {
    const run = crypto.randomUUID().slice(0, 8);
    const email = `phone-${run}@vaktplan.test`;
    const page = await visitor();
    await authenticate(page, 'sign-up', { name: 'Ada Underway', email, password: PASSWORD });
    await ask(page, 'POST', '/organizations', {
      body: { name: `Phone ${run}`, locationName: 'Quay', zone: 'Europe/Copenhagen', currency: 'DKK' },
    });
    const token = await tokenOf(email);

    const now = Date.now();
    const { at, engine, store } = phone(token, now);
    // the server's time is asked once while there is a network
    expect(await engine.sync(OWNER)).toMatchObject({ pulled: 'whole' });
    const { locations } = await loadSnapshot(store, OWNER);
    at.online = false;

    const tap = async (kind: 'in' | 'break_start' | 'break_end' | 'out', minutesAgo: number) => {
      at.time = now - minutesAgo * MINUTE;
      return engine.punch(OWNER, { kind, stamp: engine.stamp(), locationId: locations[0]?.id ?? '' });
    };
    await tap('in', 240);
    await tap('break_start', 120);
    expect(await engine.sync(OWNER)).toMatchObject({ confirmed: 0, pulled: 'later' });
    await tap('break_end', 90);
    const left = await tap('out', 10);
    const iso = (minutesAgo: number) => new Date(now - minutesAgo * MINUTE).toISOString();
    await engine.proposeCorrection(OWNER, {
      target: { punchId: left },
      startedAt: iso(240),
      endedAt: iso(20),
      breaks: [{ startedAt: iso(120), endedAt: iso(90) }],
      comment: 'I left ten minutes earlier',
    });
    expect(await engine.unsent(OWNER)).toBe(5);

    // restarted on the way home, and the first answers get lost
    at.time = now;
    at.bootId = crypto.randomUUID();
    at.bootedAt = now - MINUTE;
    at.online = true;
    at.lost = 3;
    await expect
      .poll(async () => {
        at.time += 5000;
        await engine.sync(OWNER, { hurry: true });
        return engine.unsent(OWNER);
      })
      .toBe(0);

    const held = await loadSnapshot(store, OWNER);
    expect(held.rows.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'confirmed'));
    expect(held.unreadable).toBe(0);
    const days = `startDate=${iso(2 * 1440).slice(0, 10)}&endDate=${iso(-1440).slice(0, 10)}`;
    const entries = await ask<Entries>(page, 'GET', `/time-entries?${days}`);
    expect(entries.data).toMatchObject([
      { state: 'complete', breaks: [{}], flags: expect.arrayContaining(['clock_skew', 'offline']) },
    ]);
    const [entry] = entries.data;
    const distance = (moment: string | null | undefined, minutesAgo: number) =>
      Math.abs(Date.parse(moment ?? '') - (now - minutesAgo * MINUTE));
    expect(distance(entry?.startedAt, 240)).toBeLessThan(10_000);
    expect(distance(entry?.endedAt, 10)).toBeLessThan(10_000);
    const corrections = await ask<Corrections>(page, 'GET', `/timesheet-corrections?${days}`);
    expect(corrections.data).toMatchObject([{ entryId: entry?.id, state: 'proposed' }]);

    // another phone of the same person holds the same
    const other = phone(await tokenOf(email), now);
    expect(await other.engine.sync(OWNER)).toMatchObject({ pulled: 'whole' });
    const copy = await loadSnapshot(other.store, OWNER);
    expect(copy.entries).toEqual(held.entries);
    expect(copy.corrections).toEqual(held.corrections);
  },
);
