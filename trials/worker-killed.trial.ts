import { expect } from 'vitest';
import { holdTable } from './locks.ts';
import { countMails, mailThrough, startMailVendor } from './mail-vendor.ts';
import { repeats, timed, within } from './pace.ts';
import { notificationsOf, peopleOf, publishFor } from './people.ts';
import { trial } from './stand.ts';

const TURNS = repeats(1, 7);
const AGAIN_MS = 10_000;
const TOLD = 8;
const patient = { timeout: 30_000 };

trial('F2: the worker is killed at each step of telling people', async ({ stand }) => {
  const vendor = await startMailVendor();
  const api = await stand.startApi();
  const people = (await peopleOf(stand)).slice(0, TOLD);
  const slowest: number[] = [];
  const again = async (work: () => Promise<unknown>): Promise<void> => {
    const { ms } = await timed(work);
    slowest.push(ms);
    expect(ms).toBeLessThan(within(AGAIN_MS));
  };
  for (let turn = 1; turn <= TURNS; turn++) {
    const told = TOLD * turn;
    // before anybody is told
    const held = await holdTable(stand.postgres.url, 'notifications');
    const first = await stand.startWorker(mailThrough(vendor));
    const second = await stand.startWorker(mailThrough(vendor));
    second.pause();
    await publishFor(stand, api, `2031-01-${10 + turn}`, people);
    await expect.poll(held.waiters, patient).toHaveLength(1);
    const dead = await held.waiters();
    second.resume();
    await first.kill();
    // the connection of the killed one goes on waiting
    const isBack = async () => (await held.waiters()).some((pid) => !dead.includes(pid));
    await again(() => expect.poll(isBack, patient).toBe(true));

    // told in the app, before the mails are asked for
    stand.redis.pause();
    await held.release();
    await expect.poll(() => notificationsOf(stand), patient).toEqual({ people: TOLD, rows: told });
    await second.kill();
    stand.redis.resume();

    // half of the mails are at the vendor, and half of those are taken
    const before = vendor.accepted.length;
    vendor.manner = () => (vendor.waiting() % 2 === 0 ? 'accept and hang' : 'hang');
    const third = await stand.startWorker(mailThrough(vendor));
    const fourth = await stand.startWorker(mailThrough(vendor));
    fourth.pause();
    await expect.poll(vendor.waiting, patient).toBe(TOLD);
    expect(vendor.accepted.length).toBe(before + TOLD / 2);
    vendor.manner = () => 'answer';
    fourth.resume();
    await third.kill();
    await again(() =>
      expect.poll(() => countMails(vendor), patient).toEqual({ people: TOLD, references: told }),
    );

    // what is noted, is noted once
    await expect
      .poll(
        () =>
          stand.rows(
            'select count(*)::int as runs, count(finished_at)::int as finished, max(attempts) as tries from job_runs',
          ),
        patient,
      )
      .toEqual([{ runs: told, finished: told, tries: 2 }]);
    expect(await notificationsOf(stand)).toEqual({ people: TOLD, rows: told });
    await fourth.stop();
  }
  await vendor.close();
  console.log(`F2: ${TURNS * 3} kills, taken up again after ${slowest.join(', ')} ms, every effect once`);
});
