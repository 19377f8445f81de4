import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { ask, statuses, type Answer } from './client.ts';
import { holdTable } from './locks.ts';
import { full, repeats, within } from './pace.ts';
import type { Service } from './services.ts';
import { trial } from './stand.ts';

const AT_ONCE = repeats(500, 3_000);
const LONGEST_MS = 5_000;

/** How many requests the API itself took longer for than five seconds. */
const overLong = async ({ url }: Service): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const sum = (line: RegExp) => [...text.matchAll(line)].reduce((all, [, count]) => all + Number(count), 0);
  return (
    sum(/^http_request_duration_seconds_count\{.*\} (\d+)$/gm) -
    sum(/^http_request_duration_seconds_bucket\{.*le="5".*\} (\d+)$/gm)
  );
};

trial('more than one instance can do: what would only wait is refused at once', async ({ stand }) => {
  const api = await stand.startApi({ DATABASE_POOL: '2' });
  const { departmentId } = stand;
  const times = { startsAt: '2030-07-01T09:00', endsAt: '2030-07-01T17:00' };
  const answers: Answer[] = [];
  const create = async (): Promise<void> => {
    const body = { id: uuidv7(), departmentId, employeeId: null, ...times };
    answers.push(
      await ask(stand, api, stand.manager, { method: 'POST', path: '/api/v1/shifts', key: uuidv7(), body }),
    );
  };
  const held = await holdTable(stand.postgres.url, 'shifts');
  const flood = Array.from({ length: AT_ONCE }, create);
  await expect.poll(() => answers.length).toBeGreaterThan(AT_ONCE / 2);
  expect(statuses(answers)).toEqual({ 503: answers.length });
  for (const { retryAfter } of answers) expect(retryAfter).toBe('2');
  expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
  await held.release();
  await Promise.all(flood);

  const { 201: made = 0, 503: refused = 0 } = statuses(answers);
  expect(made + refused).toBe(AT_ONCE);
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(within(LONGEST_MS));
  // a figure in time, without what connecting and the caller's own lateness add to it
  if (full) expect(await overLong(api)).toBe(0);
  // one that was refused late may have been done all the same: its key would tell
  const rows = await stand.rows(`select id from shifts where local_date = '2030-07-01'`);
  expect(rows.length).toBeGreaterThanOrEqual(made);
  await create();
  expect(answers.at(-1)?.status).toBe(201);
  await api.stop();
  const slowest = Math.max(...answers.map(({ ms }) => ms));
  console.log(
    `overload: ${AT_ONCE} at once on two held connections: ${JSON.stringify(statuses(answers))}, slowest ${slowest} ms`,
  );
});
