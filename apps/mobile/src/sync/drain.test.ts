import { describe, expect, test } from 'vitest';
import { createEngine } from './engine';
import type { Answer } from './retry';
import { memoryStore } from './stores/memory-store';
import { NotSignedIn, type Request } from './transport';
import { idOf, iso, lineItem } from './model/server-items.fixture';

const noon = Date.parse('2026-03-02T12:00:00Z');
const boot = '00000007-0000-7000-8000-000000000001';
const problem = (status: number, code: string): Answer => ({
  status,
  body: { code, detail: `because of ${code}`, correlationId: 'c' },
});
type Sent = Request & { body?: { punches?: { id: string; offline?: boolean }[]; id?: string } };

/** An engine whose server answers as the test says; `lost` is no answer. */
function rig(answer: (request: Sent, n: number) => Answer | 'lost' | 'signed out') {
  let now = noon;
  let made = 0;
  const sent: Sent[] = [];
  const store = memoryStore();
  const engine = createEngine({
    store,
    clock: { wall: () => now, mono: () => now - noon, bootId: () => boot, timeZone: () => 'UTC' },
    newId: () => `00000009-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`,
    random: () => 1,
    anchors: { get: () => null, set: () => undefined },
    changed: () => undefined,
    transport: {
      async send(_owner, request) {
        sent.push(structuredClone(request) as Sent);
        const given = answer(request as Sent, sent.length - 1);
        if (given === 'lost') throw new TypeError('Network request failed');
        if (given === 'signed out') throw new NotSignedIn();
        return given;
      },
    },
  });
  const punch = (kind: 'in' | 'out' = 'in') => engine.punch('o', { kind, stamp: engine.stamp() });
  const rows = () => store.rows('o');
  return { engine, store, sent, punch, rows, wait: (ms: number) => (now += ms) };
}
const accepted = ({ body }: Sent): Answer => {
  const data = (body?.punches ?? []).map(({ id }) => ({
    id,
    outcome: 'recorded',
    code: null,
    detail: null,
    entryId: 'e',
  }));
  return { status: 200, body: { data, punch: { id: body?.id }, entry: { id: 'e' } } };
};
const states = async (all: Promise<{ state: string }[]>) => (await all).map(({ state }) => state);

describe('punches', () => {
  test('one of this moment goes by itself, as a tap of now', async () => {
    const { engine, sent, punch, rows } = rig(accepted);
    await punch();
    await engine.send('o');
    expect(sent).toMatchObject([{ path: '/api/v1/time-tracking/punches', body: { sentMonotonicMs: 0 } }]);
    expect(sent[0]?.body).not.toHaveProperty('offline');
    expect(await rows()).toMatchObject([{ state: 'confirmed', entryId: 'e', seen: false }]);
  });

  test('what waited goes together, in order, and says that it waited', async () => {
    const { engine, sent, punch, wait } = rig(accepted);
    const ids = [await punch('in'), await punch('out')];
    wait(40_000);
    await engine.send('o');
    expect(sent.map(({ path }) => path)).toEqual(['/api/v1/time-tracking/punches/batch']);
    expect(sent[0]?.body?.punches).toMatchObject(ids.map((id) => ({ id, offline: true })));
    expect(sent[0]?.body).toMatchObject({ sent: { bootId: boot, monotonicMs: 40_000 } });
  });

  test('250 of a long trip go in three, in order', async () => {
    const { engine, sent, punch, wait, rows } = rig(accepted);
    for (let i = 0; i < 250; i++) await punch(i % 2 === 0 ? 'in' : 'out');
    wait(60_000);
    expect(await engine.send('o')).toMatchObject({ confirmed: 250 });
    expect(sent.map(({ body }) => body?.punches?.length)).toEqual([100, 100, 50]);
    const arrived = sent.flatMap(({ body }) => body?.punches?.map(({ id }) => id) ?? []);
    expect(arrived).toEqual((await rows()).map(({ id }) => id));
  });

  test('the same bytes again after a lost reply, but for being late', async () => {
    const { engine, sent, punch, rows, wait } = rig((request, n) => (n === 0 ? 'lost' : accepted(request)));
    await punch();
    await engine.send('o');
    expect(await rows()).toMatchObject([{ state: 'saved', attempts: 1, reason: 'Network request failed' }]);
    await engine.send('o');
    expect(sent).toHaveLength(1);
    wait(2000);
    await engine.send('o');
    const { sentMonotonicMs, ...first } = { sentMonotonicMs: null, ...sent[0]?.body };
    expect(sentMonotonicMs).toBe(0);
    expect(sent[1]?.body?.punches).toEqual([{ ...first, offline: true }]);
    expect(await states(rows())).toEqual(['confirmed']);
  });

  test('each has its own answer; what the server kept or refused says why', async () => {
    const { engine, punch, rows, wait } = rig(({ body }) => {
      const outcomes = ['kept', 'refused', 'refused', 'recorded'];
      const codes = ['period_locked', 'punch_too_old', 'internal', null];
      const data = (body?.punches ?? []).map(({ id }, i) => ({
        id,
        outcome: outcomes[i],
        code: codes[i],
        detail: codes[i],
        entryId: null,
      }));
      return { status: 200, body: { data: data.slice(0, 4) } };
    });
    for (let i = 0; i < 5; i++) await punch();
    wait(60_000);
    await engine.send('o');
    expect((await rows()).map(({ state, code }) => [state, code])).toEqual([
      ['confirmed', 'period_locked'],
      ['refused', 'punch_too_old'],
      ['saved', 'internal'],
      ['confirmed', null],
      // the answer has nothing of the fifth
      ['saved', null],
    ]);
  });

  test('one that spoils the batch is found, and the others arrive in order', async () => {
    let spoilt = '';
    const { engine, sent, punch, rows, wait } = rig((request) =>
      request.body?.punches?.some(({ id }) => id === spoilt)
        ? problem(400, 'validation_failed')
        : accepted(request),
    );
    const ids = [await punch(), await punch(), await punch()];
    spoilt = ids[1] ?? '';
    wait(60_000);
    await engine.send('o');
    expect(await states(rows())).toEqual(['confirmed', 'refused', 'confirmed']);
    expect(sent.slice(1).map(({ body }) => body?.punches?.map(({ id }) => id))).toEqual(
      ids.map((id) => [id]),
    );
  });

  test('and none overtakes one that got lost on that way', async () => {
    const { engine, sent, punch, rows, wait } = rig((_, n) =>
      n === 0 ? problem(400, 'validation_failed') : 'lost',
    );
    for (let i = 0; i < 3; i++) await punch();
    wait(60_000);
    await engine.send('o');
    expect(sent).toHaveLength(2);
    expect(await states(rows())).toEqual(['saved', 'saved', 'saved']);
  });

  test('without a sign-in nothing is tried, and no pause grows', async () => {
    const { engine, punch, rows } = rig(() => 'signed out');
    await punch();
    await engine.markRead('o', '00000005-0000-7000-8000-000000000001');
    expect(await engine.send('o')).toMatchObject({ signedOut: true });
    expect(await rows()).toMatchObject([
      { state: 'saved', attempts: 0, nextAt: noon + 15_000 },
      { state: 'saved', attempts: 0 },
    ]);
  });

  test('can be taken back so long and no longer', async () => {
    const { engine, sent, wait } = rig(accepted);
    const tap = () => engine.punch('o', { kind: 'in', stamp: engine.stamp(), holdMs: 8000 });
    const position = { latitude: 1, longitude: 2, accuracyMeters: 3, ageSeconds: 0 };
    const id = await tap();
    expect(await engine.takeBack('o', await tap())).toBe(true);
    await engine.send('o');
    expect(sent).toEqual([]);
    expect(await engine.place('o', id, position)).toBe(true);
    wait(8000);
    await engine.send('o');
    expect(sent).toMatchObject([{ body: { id, position } }]);
    expect(await engine.place('o', id, position)).toBe(false);
    expect(await engine.takeBack('o', id)).toBe(false);
  });
});

test('a stream that waits holds no other up', async () => {
  const { engine, rows, punch } = rig(({ path }) =>
    path.includes('punches') ? 'lost' : { status: 201, body: { id: 'n', title: 't' } },
  );
  await punch();
  await engine.markRead('o', 'n');
  await engine.send('o');
  expect(await states(rows())).toEqual(['saved', 'confirmed']);
});

describe('a correction of a punch made on this phone', () => {
  const line = lineItem(idOf(3, 1), {
    id: 'e',
    version: 7,
    startMs: noon,
    endMs: noon + 60_000,
    correctionId: null,
  });
  const page = (changes: unknown[]): Answer => ({
    status: 200,
    body: { changes, cursor: 'c', more: false, reset: true },
  });
  const correct = (punchId: string) => ({
    target: { punchId },
    startedAt: iso(noon),
    endedAt: iso(noon + 60_000),
    comment: 'forgot',
  });

  test('waits for the punch, then names the entry that came of it', async () => {
    const { engine, sent, punch, rows, wait } = rig((request) => {
      if (request.path.includes('/sync'))
        return page([{ kind: 'time_entry', id: boot, item: { ...line, id: boot } }]);
      if (request.path.includes('corrections')) return { status: 201, body: { id: 'k', state: 'proposed' } };
      return sent.length === 1 ? 'lost' : accepted(request);
    });
    const id = await engine.proposeCorrection('o', correct(await punch()));
    await engine.send('o');
    expect(await rows()).toMatchObject([
      { state: 'saved' },
      { state: 'saved', attempts: 0, reason: 'waits for the punch' },
    ]);
    wait(5000);
    await engine.send('o');
    expect(sent.at(-1)).toMatchObject({
      path: '/api/v1/timesheet-corrections',
      idempotencyKey: id,
      body: { entryId: boot, entryVersion: 7, comment: 'forgot' },
    });
    expect(await states(rows())).toEqual(['confirmed', 'confirmed']);
  });

  test('of hours put together since: of those that hold the moment, not of earlier or later ones', async () => {
    const hours = (id: string, startMs: number, endMs: number) => {
      const item = lineItem(boot, { id, version: 2, startMs, endMs, correctionId: null });
      return { kind: 'time_entry', id, item };
    };
    const { engine, sent, punch } = rig((request) => {
      if (request.path.includes('/sync'))
        return page([
          hours(idOf(6, 1), noon + 60_000, noon + 120_000),
          hours(idOf(6, 2), noon - 120_000, noon - 60_000),
          hours(idOf(6, 3), noon - 60_000, noon + 60_000),
        ]);
      return request.path.includes('corrections')
        ? { status: 201, body: { id: 'k', state: 'proposed' } }
        : accepted(request);
    });
    await engine.proposeCorrection('o', correct(await punch()));
    await engine.send('o');
    expect(sent.at(-1)).toMatchObject({ body: { entryId: idOf(6, 3), entryVersion: 2 } });
  });

  test('of hours that somebody changed meanwhile is refused: they were looked at', async () => {
    const { engine, rows } = rig(() => problem(409, 'version_conflict'));
    const target = { entryId: boot, entryVersion: 1 };
    await engine.proposeCorrection('o', { ...correct(''), target });
    await engine.send('o');
    expect(await rows()).toMatchObject([{ state: 'refused', code: 'version_conflict' }]);
  });

  test('of a refused punch is refused too', async () => {
    const { engine, punch, rows } = rig(() => problem(422, 'punch_too_old'));
    await engine.proposeCorrection('o', correct(await punch()));
    await engine.send('o');
    expect(await rows()).toMatchObject([{ state: 'refused' }, { state: 'refused', code: 'punch_too_old' }]);
  });

  test('that arrived with an older version of the entry has arrived', async () => {
    const { engine, rows } = rig(() => problem(422, 'idempotency_key_reused'));
    await engine.proposeCorrection('o', { ...correct(''), target: { locationId: boot } });
    await engine.send('o');
    expect(await states(rows())).toEqual(['confirmed']);
  });

  test('a page that says 200 to everything confirms nothing', async () => {
    const { engine, rows, punch } = rig(() => ({ status: 200, body: '<html>Welcome to the hotel</html>' }));
    await punch();
    await engine.proposeCorrection('o', { ...correct(''), target: { locationId: boot } });
    await engine.markRead('o', 'n');
    await engine.saveSettings('o', { reminderMinutes: null });
    expect(await engine.sync('o')).toMatchObject({ confirmed: 0, refused: 0, pulled: 'later' });
    expect(await states(rows())).toEqual(['saved', 'saved', 'saved', 'saved']);
  });
});

test('an item that this app is too old for is kept, and holds up no other', async () => {
  const { engine, store } = rig(({ path }) => {
    const changes = [
      { kind: 'message', id: 'm', item: { text: 'of next year' } },
      { kind: 'notification', id: boot, item: { kind: 'a new kind' } },
      { kind: 'tombstone', of: 'message', id: 'x' },
    ];
    return path.includes('/sync')
      ? { status: 200, body: { changes, cursor: 'c', more: false, reset: true } }
      : problem(503, 'unavailable');
  });
  expect(await engine.pull('o')).toBe('whole');
  expect(await store.items('o', 'message')).toHaveLength(1);
  expect(await store.items('o', 'notification')).toHaveLength(1);
});

test('a server that wants no pause is asked once a round all the same', async () => {
  const { engine, sent, punch } = rig(() => ({ ...problem(503, 'unavailable'), retryAfterSeconds: 0 }));
  await punch();
  await engine.send('o');
  expect(sent).toHaveLength(1);
});

test('an answer about another punch confirms none', async () => {
  const { engine, punch, rows } = rig(() => ({
    status: 201,
    body: { punch: { id: idOf(9, 99) }, entry: { id: 'e' } },
  }));
  await punch();
  await engine.send('o');
  expect(await rows()).toMatchObject([{ state: 'saved', attempts: 1 }]);
});

test('a message that is gone needs no mark that it was read; other refusals are told', async () => {
  const { engine, rows } = rig(({ path }) =>
    path.includes('gone') ? problem(404, 'not_found') : problem(422, 'validation_failed'),
  );
  await engine.markRead('o', 'gone');
  await engine.markRead('o', 'other');
  await engine.send('o');
  expect(await states(rows())).toEqual(['confirmed', 'refused']);
});

describe('a round', () => {
  const punches = (sent: Sent[]) => sent.filter(({ path }) => path.includes('punches')).length;

  test('waits out a pause, unless there is a reason to hurry', async () => {
    const { engine, sent, punch } = rig(() => 'lost');
    await punch();
    await engine.sync('o');
    await engine.sync('o');
    expect(punches(sent)).toBe(1);
    await engine.sync('o', { hurry: true });
    expect(punches(sent)).toBe(2);
  });

  test('fetches nothing for who turned out to be signed out', async () => {
    const { engine, sent, punch } = rig(() => 'signed out');
    await punch();
    expect(await engine.sync('o')).toMatchObject({ signedOut: true, pulled: 'signedOut' });
    expect(sent.map(({ path }) => path)).not.toContain('/api/v1/sync?limit=200');
  });

  test('what is on its way counts as not sent: its sender may have died', async () => {
    const { engine, store, punch } = rig(accepted);
    await punch();
    await store.claim({ owner: 'o', stream: 'punch', token: 't', limit: 9, now: noon });
    expect(await engine.unsent('o')).toBe(1);
  });
});
