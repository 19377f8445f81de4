import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { ask, eachOf, isGood, statuses } from './client.ts';
import { lostOf, startLoad, type Sent } from './load.ts';
import { repeats, timed, within } from './pace.ts';
import type { Service } from './services.ts';
import { trial } from './stand.ts';

const LONGEST_MS = 5_000;
const RESTARTS = repeats(1, 10);

const isClean = ({ status, retryAfter }: Sent): boolean =>
  (status >= 200 && status < 300) || (status === 503 && retryAfter !== null);

const untilReady = async ({ url }: Service): Promise<void> => {
  await expect
    .poll(async () => (await fetch(`${url}/health/ready`)).status, { timeout: within(LONGEST_MS) })
    .toBe(200);
};

const slowest = (sent: readonly Sent[]): number => Math.max(...sent.map(({ ms }) => ms));

trial('F7: Postgres is killed and restarted under load', async ({ stand }) => {
  const api = await stand.startApi();
  for (let turn = 0; turn < RESTARTS; turn++) {
    const load = startLoad(stand, () => api);
    await expect.poll(() => load.sent.filter(isGood).length).toBeGreaterThan(100);
    await stand.postgres.kill();
    await expect.poll(() => load.sent.some(({ status }) => status === 503)).toBe(true);
    await stand.postgres.start();
    const startedAt = performance.now();
    const { ms } = await timed(() =>
      expect
        .poll(() => load.sent.some((one) => isGood(one) && one.startedAt > startedAt), {
          timeout: within(LONGEST_MS),
        })
        .toBe(true),
    );
    const sent = await load.stop();
    expect(sent.filter((one) => !isClean(one))).toEqual([]);
    expect(slowest(sent)).toBeLessThan(within(LONGEST_MS));
    expect(await lostOf(stand, sent)).toEqual([]);
    console.log(
      `F7: ${JSON.stringify(statuses(sent))}, slowest ${slowest(sent)} ms, back after ${ms} ms, none lost`,
    );
  }
  await api.stop();
});

trial('F8: Postgres stands still for ten seconds', async ({ stand }) => {
  const api = await stand.startApi();
  const load = startLoad(stand, () => api, 24);
  await expect.poll(() => load.sent.filter(isGood).length).toBeGreaterThan(100);
  stand.postgres.pause();
  await delay(10_000);
  stand.postgres.resume();
  const { ms } = await timed(() => untilReady(api));
  const sent = await load.stop();
  expect(sent.filter((one) => !isClean(one))).toEqual([]);
  expect(slowest(sent)).toBeLessThan(within(LONGEST_MS));
  expect(await lostOf(stand, sent)).toEqual([]);

  const path = '/api/v1/time-tracking/clock';
  const next = await eachOf(stand.employees, 20, (who) => ask(stand, api, who, { path }));
  const more = await eachOf(stand.employees.slice(0, 40), 20, (who) => ask(stand, api, who, { path }));
  expect(statuses([...next, ...more])).toEqual({ 200: 100 });
  console.log(
    `F8: ${JSON.stringify(statuses(sent))}, slowest ${slowest(sent)} ms, ready again after ${ms} ms`,
  );
  await api.stop();
});
