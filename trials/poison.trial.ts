import { Queue } from 'bullmq';
import { expect } from 'vitest';
import { mailThrough, startMailVendor } from './mail-vendor.ts';
import { within } from './pace.ts';
import { peopleOf, publishFor, type Person } from './people.ts';
import type { Service } from './services.ts';
import { trial } from './stand.ts';

const OTHERS_MS = 1_000;
const patient = { timeout: 60_000 };

trial('F3: a job that kills every worker ends among the failed; others go on', async ({ stand }) => {
  const vendor = await startMailVendor();
  const api = await stand.startApi();
  const [poisoned, ...others] = (await peopleOf(stand)) as [Person, ...Person[]];
  const workers = new Map<string, Service>();
  const start = async (key: string) =>
    void workers.set(key, await stand.startWorker(mailThrough(vendor, key)));
  await Promise.all([start('a'), start('b')]);
  const killed: string[] = [];
  vendor.manner = ({ to, key }) => {
    if (to !== poisoned.email) return 'answer';
    killed.push(key);
    void workers.get(key)?.kill();
    return 'hang';
  };
  await publishFor(stand, api, '2031-02-03', [poisoned]);

  const delays: number[] = [];
  for (let kill = 1; kill <= 3; kill++) {
    await expect.poll(() => killed.length, patient).toBe(kill);
    // the other worker alone, and then both
    await publishFor(stand, api, `2031-02-1${kill}`, others.slice(0, 1));
    const published = performance.now();
    await expect.poll(() => vendor.accepted.length, patient).toBe(kill);
    delays.push(Math.max(0, Math.round((vendor.accepted.at(-1)?.at ?? 0) - published)));
    await start(killed.at(-1) ?? 'a');
  }
  const { hostname, port } = new URL(stand.redis.url);
  const queue = new Queue('email-notifications', { connection: { host: hostname, port: Number(port) } });
  await expect.poll(() => queue.getFailedCount(), patient).toBe(1);
  await queue.close();
  expect(killed).toHaveLength(3);
  expect(Math.max(...delays)).toBeLessThan(within(OTHERS_MS));
  await vendor.close();
  console.log(`F3: failed after ${killed.length} starts; others' mails after ${delays.join(', ')} ms`);
});
