import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import { isGood, statuses } from './client.ts';
import { lostOf, startLoad } from './load.ts';
import { countMails, mailThrough, startMailVendor } from './mail-vendor.ts';
import { repeats, timed, within } from './pace.ts';
import { notificationsOf, peopleOf, publishFor } from './people.ts';
import { openQueues } from './queues.ts';
import { openListener, untilHeard } from './sockets.ts';
import { trial, type Stand } from './stand.ts';

const SOCKETS_MS = 5_000;
const DRAINED_MS = 10_000;
const DOWN_MS = repeats(3_000, 60_000);

const undispatched = async ({ rows }: Stand): Promise<number> => {
  const [counted] = await rows('select count(*)::int as count from events where dispatched_at is null');
  return Number(counted?.['count']);
};

const empty = async ({ redis, folder }: Stand): Promise<void> => {
  await redis.kill();
  await rm(path.join(folder, 'redis/appendonlydir'), { recursive: true, force: true });
  await redis.start();
};

trial('F4, F5, F11: Redis is killed, then emptied; everything is told again', async ({ stand }) => {
  const vendor = await startMailVendor();
  const api = await stand.startApi();
  const worker = await stand.startWorker(mailThrough(vendor));
  const queues = openQueues(stand.redis.url);
  const people = await peopleOf(stand);
  const listener = openListener(stand, api.url, stand.manager);
  await untilHeard(stand, api, listener);

  // F4: killed while mails are on their way
  await publishFor(stand, api, '2031-03-03', people);
  await expect.poll(() => vendor.accepted.length).toBeGreaterThan(0);
  await stand.redis.kill();
  await stand.redis.start();
  const { ms: heardAgain } = await timed(() => untilHeard(stand, api, listener));
  expect(heardAgain).toBeLessThan(within(SOCKETS_MS));
  const once = { people: people.length, references: people.length };
  await expect.poll(() => countMails(vendor)).toEqual(once);

  // F5: it forgets everything in the middle
  await publishFor(stand, api, '2031-03-05', people);
  await expect.poll(() => countMails(vendor).references).toBeGreaterThan(people.length);
  await empty(stand);
  const twice = { people: people.length, references: 2 * people.length };
  await expect.poll(() => countMails(vendor)).toEqual(twice);
  const told = await notificationsOf(stand);
  expect(told).toEqual({ people: people.length, rows: 2 * people.length });
  await expect.poll(queues.pending).toBe(0);

  // F11: each event three times more, the newest first, to workers that remember nothing
  const mails = countMails(vendor);
  await empty(stand);
  const events = await stand.rows(
    `select event_id, organization_id from events where event_type = 'schedule.published' order by event_id desc`,
  );
  const jobs = events.map(({ event_id: eventId, organization_id: organizationId }) => ({
    name: 'notify-publication',
    data: { eventId, organizationId },
  }));
  for (let time = 0; time < 3; time++)
    for (const job of jobs) await queues.events.add(job.name, job.data, { jobId: uuidv7() });
  await expect.poll(queues.pending).toBe(0);
  await expect.poll(() => undispatched(stand)).toBe(0);
  await expect.poll(queues.pending).toBe(0);
  expect(await queues.events.getFailedCount()).toBe(0);
  expect(await notificationsOf(stand)).toEqual(told);
  expect(countMails(vendor)).toEqual(mails);
  const doubles = vendor.accepted.length - mails.references;

  listener.close();
  await queues.close();
  await Promise.all([worker.stop(), api.stop(), vendor.close()]);
  console.log(
    `F4: heard again after ${heardAgain} ms; F5, F11: ${mails.references} mails, ${doubles} sent again`,
  );
});

trial('F6: Redis is down: people look, plan and clock in; the rest catches up', async ({ stand }) => {
  const vendor = await startMailVendor();
  const api = await stand.startApi();
  const worker = await stand.startWorker(mailThrough(vendor));
  const people = await peopleOf(stand);
  const listener = openListener(stand, api.url, stand.manager);
  await untilHeard(stand, api, listener);

  // it stands still, and comes back
  const load = startLoad(stand, () => api, 4);
  stand.redis.pause();
  await expect.poll(() => listener.socket.connected).toBe(false);
  stand.redis.resume();
  await untilHeard(stand, api, listener);

  await stand.redis.stop();
  await publishFor(stand, api, '2031-04-07', people);
  // the page says "reconnecting": who hears nothing must not believe that nothing happens
  await expect.poll(() => listener.socket.connected).toBe(false);
  await delay(DOWN_MS);
  const health = async (page: string) => {
    const answer = await fetch(`${page}`);
    return `${answer.status} ${((await answer.json()) as { status: string }).status}`;
  };
  expect(await health(`${api.url}/health/ready`)).toBe('200 degraded');
  expect(await health(`${worker.url}/health/live`)).toBe('200 ok');
  expect(await health(`${worker.url}/health/ready`)).toBe('503 failing');
  const sent = await load.stop();
  expect(sent.filter((one) => !isGood(one))).toEqual([]);
  expect(await lostOf(stand, sent)).toEqual([]);

  const backlog = await undispatched(stand);
  await stand.redis.start();
  const { ms } = await timed(async () => {
    await expect.poll(() => undispatched(stand)).toBe(0);
    await expect.poll(() => countMails(vendor).people).toBe(people.length);
    await untilHeard(stand, api, listener);
  });
  expect(ms).toBeLessThan(within(DRAINED_MS));
  listener.close();
  await Promise.all([worker.stop(), api.stop(), vendor.close()]);
  console.log(`F6: ${JSON.stringify(statuses(sent))}; ${backlog} events and all mails told after ${ms} ms`);
});
