import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startLoopbackApi } from '../../server/loopback-api.fixture';

const api = await startLoopbackApi();
const browserFetch = globalThis.fetch;
const employeeId = '019ab000-0000-7000-8000-000000000001';
const path = '/api/v1/time-tracking/punches';

let online = true;
const stored = new Map<string, string>();
Object.defineProperty(globalThis.navigator, 'onLine', { configurable: true, get: () => online });
// what a browser gives a page and Node does not: a storage, and addresses relative to the page
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
});
vi.stubGlobal('fetch', (url: string, init: RequestInit) => browserFetch(api.origin + url, init));
afterAll(async () => {
  vi.unstubAllGlobals();
  await api.close();
});

/** The outbox as a page that was just opened has it. */
async function openPage() {
  vi.resetModules();
  return import('./punch-outbox');
}

const waiting = () =>
  (JSON.parse(stored.get('vaktplan.punches') ?? '[]') as { state: string; problem?: string }[]).map(
    ({ state, problem }) => (problem ? `${state}: ${problem}` : state),
  );
type Sent = { kind: string; punches?: { kind: string }[] };
/** Of requests that carry one punch or several. */
const sentKinds = () =>
  api.seen.flatMap((sent) => {
    const body = JSON.parse(sent.body) as Sent;
    return (body.punches ?? [body]).map(({ kind }) => kind);
  });

const batchPath = `${path}/batch`;
type Waiting = { id: string; kind: string };
const batchConfirmed = (punches: Waiting[], refused?: string) => ({
  status: 200,
  body: {
    data: punches.map(({ id, kind }) => ({
      id,
      outcome: kind === refused ? 'refused' : 'recorded',
      code: kind === refused ? 'punch_too_old' : null,
      detail: kind === refused ? 'Too old.' : null,
      happenedAt: null,
      entryId: null,
    })),
    meta: { recorded: punches.length, kept: 0, refused: 0 },
  },
});

const confirmed = (sent: { body: string }) => {
  const { punches } = JSON.parse(sent.body) as { punches?: Waiting[] };
  if (punches) return batchConfirmed(punches);
  const punch = JSON.parse(sent.body) as { id: string; kind: string; occurredAt: string };
  const { id, kind, occurredAt } = punch;
  return {
    status: 201,
    body: {
      punch: { id, kind, occurredAt, receivedAt: occurredAt },
      entry: {
        id,
        employeeId,
        locationId: id,
        shiftId: null,
        startedAt: occurredAt,
        endedAt: null,
        localDate: '2026-11-23',
        zone: 'Europe/Copenhagen',
        breaks: [],
        workedMinutes: 0,
        countedStart: occurredAt,
        countedEnd: null,
        deductedMinutes: 0,
        days: [],
        flags: [],
        deviations: [],
        state: 'open',
        version: 1,
      },
    },
  };
};
const done = () => Promise.resolve();

beforeEach(() => {
  online = true;
  stored.clear();
  api.seen.length = 0;
  api.answers(confirmed);
});

describe('punches of this device', () => {
  test('a punch made offline waits, goes out once, and says that it waited', async () => {
    online = false;
    const outbox = await openPage();
    outbox.savePunch('in', employeeId, undefined);
    await outbox.sendPunches(employeeId, done);
    expect([waiting(), sentKinds()]).toEqual([['saved'], []]);

    online = true;
    await outbox.sendPunches(employeeId, done);
    await outbox.sendPunches(employeeId, done);
    expect([waiting(), sentKinds()]).toEqual([[], ['in']]);
    const [sent] = api.requestsTo(batchPath);
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      punches: [{ offline: true, tapped: { sequence: 1 } }],
    });
  });

  test('what waited goes together, and one that is refused stays with its reason', async () => {
    online = false;
    const outbox = await openPage();
    for (const kind of ['in', 'break_start', 'break_end', 'out'] as const)
      outbox.savePunch(kind, employeeId, undefined);
    online = true;
    api.answers((sent) =>
      batchConfirmed((JSON.parse(sent.body) as { punches: Waiting[] }).punches, 'break_end'),
    );
    await outbox.sendPunches(employeeId, done);
    expect(api.requestsTo(batchPath)).toHaveLength(1);
    expect(sentKinds()).toEqual(['in', 'break_start', 'break_end', 'out']);
    expect(waiting()).toEqual(['refused: Too old.']);
  });

  test('a whole day goes out in order, one at a time', async () => {
    const outbox = await openPage();
    for (const kind of ['in', 'break_start', 'break_end', 'out'] as const)
      outbox.savePunch(kind, employeeId, undefined);
    await Promise.all([outbox.sendPunches(employeeId, done), outbox.sendPunches(employeeId, done)]);
    expect(sentKinds()).toEqual(['in', 'break_start', 'break_end', 'out']);
  });

  test('what the server may not have got is sent again, the same punch that has waited', async () => {
    api.answers(() => ({ status: 503, body: { code: 'unavailable' } }));
    const outbox = await openPage();
    outbox.savePunch('in', employeeId, undefined);
    await outbox.sendPunches(employeeId, done);
    expect(waiting()).toEqual(['saved']);

    api.answers(confirmed);
    await outbox.sendPunches(employeeId, done);
    const [first] = api.requestsTo(path);
    const [second] = api.requestsTo(batchPath);
    const { punches } = JSON.parse(second?.body ?? '') as { punches: unknown[] };
    const { sentMonotonicMs, ...punch } = JSON.parse(first?.body ?? '') as Record<string, unknown>;
    expect(sentMonotonicMs).toEqual(expect.any(Number));
    expect(punches).toEqual([{ ...punch, offline: true }]);
    expect(waiting()).toEqual([]);
  });

  test('survives the page being closed, also in the middle of sending', async () => {
    const before = await openPage();
    before.savePunch('in', employeeId, undefined);
    stored.set(
      'vaktplan.punches',
      (stored.get('vaktplan.punches') ?? '').replace('"state":"saved"', '"state":"sent"'),
    );
    const after = await openPage();
    await after.sendPunches(employeeId, done);
    expect([waiting(), sentKinds()]).toEqual([[], ['in']]);
  });

  test('a refused one stays with its reason and holds nothing up', async () => {
    api.answers((sent) =>
      sentKinds().length === 1
        ? { status: 409, body: { code: 'already_clocked_in', detail: 'You are already clocked in.' } }
        : confirmed(sent),
    );
    const outbox = await openPage();
    outbox.savePunch('in', employeeId, undefined);
    outbox.savePunch('out', employeeId, undefined);
    await outbox.sendPunches(employeeId, done);
    expect(waiting()).toEqual(['refused: You are already clocked in.']);
    expect(sentKinds()).toEqual(['in', 'out']);
  });

  test('another person on the same device never sends them', async () => {
    const outbox = await openPage();
    outbox.savePunch('in', employeeId, undefined);
    await outbox.sendPunches('019ab000-0000-7000-8000-000000000002', done);
    expect([waiting(), sentKinds()]).toEqual([['saved'], []]);
  });

  test('an ended sign-in keeps them', async () => {
    api.answers(() => ({ status: 401, body: { code: 'token_expired' } }));
    const outbox = await openPage();
    outbox.savePunch('in', employeeId, undefined);
    await outbox.sendPunches(employeeId, done);
    expect(waiting()).toEqual(['saved']);
  });
});
