import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { SignedIn } from '../bench/src/sign-tokens.ts';
import { ask, eachOf, isGood, type Asked } from './client.ts';
import { halvesOf } from './halves.ts';
import { repeats } from './pace.ts';
import type { Service } from './services.ts';
import { trial, type Stand } from './stand.ts';

const KILLS = repeats(6, 50);
const AT_ONCE = 6;
/** As a client does that is told to come again. */
const TRIES = 5;
const RETRY_MS = 500;
const publicationOf = ({ locationId }: Stand): Asked => ({
  method: 'POST',
  path: '/api/v1/schedules/publish',
  key: uuidv7(),
  body: { locationId, startDate: '2030-03-01', endDate: '2030-03-28', notify: 'none' },
});
const punchOf = (kind: 'in' | 'out'): Asked => ({
  method: 'POST',
  path: '/api/v1/time-tracking/punches',
  body: { id: uuidv7(), kind },
});

const shiftOf = (stand: Stand, nr: number): Asked => ({
  method: 'POST',
  path: '/api/v1/shifts',
  key: uuidv7(),
  body: {
    id: uuidv7(),
    departmentId: stand.departmentId,
    employeeId: null,
    startsAt: `2030-03-${String(1 + (nr % 28)).padStart(2, '0')}T09:00`,
    endsAt: `2030-03-${String(1 + (nr % 28)).padStart(2, '0')}T17:00`,
  },
});

type Work = { who: SignedIn; asked: Asked };

/** A manager who makes shifts and publishes them, and people who clock in or out. */
const worksOf = (stand: Stand, turn: number): Work[] =>
  Array.from({ length: 48 }, (_, nr) => {
    if (nr % 16 === 15) return { who: stand.manager, asked: publicationOf(stand) };
    if (nr % 3 !== 2) return { who: stand.manager, asked: shiftOf(stand, nr) };
    const who = stand.employees[Math.floor(nr / 3)] as SignedIn;
    return { who, asked: punchOf(turn % 2 === 0 ? 'in' : 'out') };
  });

/** Sends all of them; the answers of those that got a good one, by their number. */
async function workThrough(
  stand: Stand,
  api: Service,
  works: readonly Work[],
  onAnswer: (count: number) => void,
): Promise<Map<number, string>> {
  const answered = new Map<number, string>();
  await eachOf(works, AT_ONCE, async ({ who, asked }, nr) => {
    let answer = await ask(stand, api, who, asked);
    for (let attempt = 1; answer.status === 503 && attempt < TRIES; attempt++) {
      await delay(RETRY_MS);
      answer = await ask(stand, api, who, asked);
    }
    // publishing what somebody else has just published is refused, and that is well
    if (!isGood(answer) && answer.status !== 0 && answer.status !== 422)
      throw new Error(`${asked.path} answered ${answer.status}: ${answer.body}`);
    if (!isGood(answer)) return;
    answered.set(nr, answer.body);
    onAnswer(answered.size);
  });
  return answered;
}

trial('F1: the API is killed at random points', async ({ stand }) => {
  let acknowledged = 0;
  let api = await stand.startApi();
  for (let turn = 0; turn < KILLS; turn++) {
    const works = worksOf(stand, turn);
    const killAfter = 1 + Math.floor((turn / KILLS) * works.length * 0.9);
    let killing: Promise<void> | undefined;
    const before = await workThrough(stand, api, works, (count) => {
      if (count === killAfter) killing = api.kill();
    });
    await killing;
    acknowledged += before.size;
    expect(await halvesOf(stand)).toEqual([]);

    api = await stand.startApi();
    const after = await workThrough(stand, api, works, () => undefined);
    for (const [nr, body] of before) expect(after.get(nr), works[nr]?.asked.path).toBe(body);
  }
  await api.stop();
  expect(await halvesOf(stand)).toEqual([]);
  console.log(`F1: ${KILLS} kills, ${acknowledged} answers before them: none lost, none half done`);
});
