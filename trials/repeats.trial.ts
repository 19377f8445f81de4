import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { ask, eachOf, isGood, statuses, type Answer } from './client.ts';
import { trial } from './stand.ts';

const TWICE = 100;
const TAPS = 500;
const MINUTE = 60_000;

trial('F15: one form is sent a hundred times at once', async ({ stand }) => {
  const api = await stand.startApi();
  const key = uuidv7();
  const { departmentId } = stand;
  const times = { startsAt: '2030-06-03T09:00', endsAt: '2030-06-03T17:00' };
  const body = { departmentId, employeeId: null, ...times };
  const send = (sent: object) =>
    ask(stand, api, stand.manager, { method: 'POST', path: '/api/v1/shifts', key, body: sent });
  const answers = await Promise.all(Array.from({ length: TWICE }, () => send(body)));
  expect(statuses(answers)).toEqual({ 201: TWICE });
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
  const rows = await stand.rows(`select id from shifts where local_date = '2030-06-03'`);
  expect(rows).toHaveLength(1);
  expect((await send({ ...body, notes: 'something else' })).status).toBe(422);
  await api.stop();
});

type Tap = { id: string; kind: 'in' | 'out'; occurredAt: string; offline: true };

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);

trial(
  'F12: a phone sends its queue in pieces, twice, in any order, and hangs up in between',
  async ({ stand }) => {
    const api = await stand.startApi();
    const [who] = stand.employees;
    if (!who) throw new Error('there is nobody');
    const path = '/api/v1/time-tracking/punches/batch';
    const begin = Date.now() - 20 * 24 * 60 * MINUTE;
    const taps = Array.from({ length: TAPS }, (_, nr): Tap => ({
      id: uuidv7(),
      kind: nr % 2 === 0 ? 'in' : 'out',
      occurredAt: new Date(begin + nr * 50 * MINUTE).toISOString(),
      offline: true,
    }));
    const queue = shuffled([...taps, ...taps]);
    const pieces = Array.from({ length: queue.length / 20 }, (_, nr) =>
      queue.slice(nr * 20, nr * 20 + 20),
    ).map((piece) => [...new Map(piece.map((tap) => [tap.id, tap])).values()]);
    // every third is sent and not waited for
    const impatient = async (punches: Tap[]): Promise<void> => {
      const headers = {
        authorization: `Bearer ${stand.tokens.bearer(who)}`,
        'content-type': 'application/json',
      };
      const signal = AbortSignal.timeout(15);
      const sent = { method: 'POST', headers, body: JSON.stringify({ punches }), signal };
      await fetch(`${api.url}${path}`, sent).catch(() => undefined);
    };
    const answers = await eachOf(pieces, 4, async (punches, nr): Promise<Answer> => {
      if (nr % 3 === 0) await impatient(punches);
      return ask(stand, api, who, { method: 'POST', path, body: { punches } });
    });
    expect(answers.filter((answer) => !isGood(answer))).toEqual([]);

    const stored = await stand.rows(
      'select id, occurred_at from time_punches where organization_id = $1 order by occurred_at',
      [stand.organizationId],
    );
    expect(stored.map(({ id }) => id)).toEqual(taps.map(({ id }) => id));
    const entries = await stand.rows('select started_at, ended_at from time_entries order by started_at');
    expect(entries.map((entry) => [Number(entry['started_at']), Number(entry['ended_at'])])).toEqual(
      Array.from({ length: TAPS / 2 }, (_, nr) => [
        Date.parse(taps[2 * nr]?.occurredAt ?? ''),
        Date.parse(taps[2 * nr + 1]?.occurredAt ?? ''),
      ]),
    );

    // asked once more, each tap is answered as it was at first
    type Outcome = { id: string; outcome: string; happenedAt: string };
    const outcomes = new Map<string, string>();
    for (const { body } of answers) {
      for (const { id, outcome, happenedAt } of (JSON.parse(body) as { data: Outcome[] }).data) {
        const said = `${outcome} ${happenedAt}`;
        expect(outcomes.get(id) ?? said).toBe(said);
        outcomes.set(id, said);
      }
    }
    expect(outcomes.size).toBe(TAPS);
    await api.stop();
  },
);
