import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { ask, isGood, statuses } from './client.ts';
import { halvesOf } from './halves.ts';
import { lostOf, startLoad, type Sent } from './load.ts';
import { countMails, mailThrough, startMailVendor } from './mail-vendor.ts';
import { repeats, timed } from './pace.ts';
import { peopleOf, publishFor } from './people.ts';
import { mountSmall, whyNoSmallDisk, type SmallDisk } from './small-disk.ts';
import { trial, type Stand } from './stand.ts';

const why = whyNoSmallDisk();
if (why) console.log(`F19, full disks: skipped, a small disk cannot be mounted here (${why})`);
const diskTrial = trial.runIf(why === undefined);

const TURNS = repeats(1, 5);
/** Answers to wait for while a disk is full. */
const MANY = 150;
const patient = { timeout: 60_000 };

/** On `folder` of the stand, taken away again whatever becomes of the trial. */
function mount({ folder }: Stand, name: string, megabytes: number, forPostgres = false): SmallDisk {
  const disk = mountSmall(path.join(folder, name), megabytes, { forPostgres });
  onTestFinished(() => {
    disk.free();
    disk.unmount();
  });
  return disk;
}

const isRead = ({ id }: Sent): boolean => id === undefined;
const count = (sent: readonly Sent[], which: (one: Sent) => boolean): number => sent.filter(which).length;

diskTrial(
  'F19: no room for the tables: reads go on, writes are refused and come again',
  async ({ stand }) => {
    const disk = mount(stand, 'tables', 160, true);
    const location = path.join(stand.folder, 'tables');
    await stand.rows(`create tablespace small location '${location}'`);
    await stand.rows('alter table all in tablespace pg_default set tablespace small');
    await stand.rows('alter index all in tablespace pg_default set tablespace small');
    const api = await stand.startApi();
    const load = startLoad(stand, () => api);
    for (let turn = 0; turn < TURNS; turn++) {
      await expect.poll(() => load.sent.filter(isGood).length, patient).toBeGreaterThan(50);
      disk.fill();
      const filledAt = performance.now();
      const since = () => load.sent.filter(({ startedAt }) => startedAt > filledAt);
      const refused = (one: Sent) => one.status === 503 && one.retryAfter !== null;
      // pages have room for some more
      await expect.poll(() => count(since(), refused), patient).toBeGreaterThan(MANY / 3);
      const read = count(since(), isRead);
      await expect.poll(() => count(since(), isRead), patient).toBeGreaterThan(read + MANY / 10);
      expect(since().filter((one) => isRead(one) && !isGood(one))).toEqual([]);
      expect(since().filter((one) => !isGood(one) && !refused(one))).toEqual([]);
      expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
      disk.free();
      const freedAt = performance.now();
      const writes = (one: Sent) => !isRead(one) && isGood(one) && one.startedAt > freedAt;
      await expect.poll(() => count(load.sent, writes), patient).toBeGreaterThan(10);
    }
    const sent = await load.stop();
    // read from the disk, with their checksums
    await stand.postgres.stop();
    await stand.postgres.start();
    await stand.rows('reindex table shifts');
    await stand.rows('reindex table time_punches');
    expect(await lostOf(stand, sent)).toEqual([]);
    expect(await halvesOf(stand)).toEqual([]);
    await api.stop();
    await stand.rows('alter table all in tablespace small set tablespace pg_default');
    await stand.rows('alter index all in tablespace small set tablespace pg_default');
    await stand.rows('drop tablespace small');
    console.log(`F19, tables: ${JSON.stringify(statuses(sent))}; none lost, none half done`);
  },
);

diskTrial('F19: no room for queues and logs: nobody notices, the rest catches up', async ({ stand }) => {
  await stand.redis.stop();
  const disks = [mount(stand, 'redis', 8), mount(stand, 'logs', 2)];
  await stand.redis.start();
  const vendor = await startMailVendor();
  const chatty = { LOG_LEVEL: 'info' };
  const api = await stand.startApi(chatty);
  const worker = await stand.startWorker({ ...chatty, ...mailThrough(vendor) });
  const people = await peopleOf(stand);
  const load = startLoad(stand, () => api, 4);
  await expect.poll(() => load.sent.length, patient).toBeGreaterThan(20);
  for (const disk of disks) disk.fill();
  const before = load.sent.length;
  await expect.poll(() => load.sent.length, patient).toBeGreaterThan(before + MANY);
  await publishFor(stand, api, '2031-06-02', people);
  await expect
    .poll(async () => ((await (await fetch(`${api.url}/health/ready`)).json()) as { status: string }).status)
    .toBe('degraded');
  const sent = await load.stop();
  expect(sent.filter((one) => !isGood(one))).toEqual([]);

  for (const disk of disks) disk.free();
  const { ms } = await timed(() =>
    expect
      .poll(() => countMails(vendor), patient)
      .toEqual({ people: people.length, references: people.length }),
  );
  const answer = await ask(stand, api, stand.manager, { path: '/api/v1/me' });
  expect(answer.status).toBe(200);
  await expect.poll(async () => (await fetch(`${worker.url}/health/ready`)).status, patient).toBe(200);
  expect(await lostOf(stand, sent)).toEqual([]);
  expect(await Promise.all([api.stop(), worker.stop()])).toEqual([0, 0]);
  await stand.redis.stop();
  await vendor.close();
  console.log(
    `F19, queues and logs: ${JSON.stringify(statuses(sent))}; all told ${ms} ms after there was room`,
  );
});
