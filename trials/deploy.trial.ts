import { expect } from 'vitest';
import { startBalancer } from './balancer.ts';
import { isGood, statuses } from './client.ts';
import { lostOf, startLoad } from './load.ts';
import { countMails, mailThrough, startMailVendor } from './mail-vendor.ts';
import { repeats, timed, within } from './pace.ts';
import { peopleOf, publishFor } from './people.ts';
import type { Service } from './services.ts';
import { trial } from './stand.ts';

const DEPLOYS = repeats(2, 20);
const DRAINED_MS = 10_000;
/** How often a platform asks whether an instance is ready. */
const LOOK = { interval: 250 };

const isReady = async ({ url }: Service): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );

trial('F18: new instances take over under load', async ({ stand }) => {
  const vendor = await startMailVendor();
  const env = { SHUTDOWN_DRAIN_MS: '2000' };
  let api = await stand.startApi(env);
  let worker = await stand.startWorker(mailThrough(vendor));
  const people = await peopleOf(stand);
  const balancer = await startBalancer([api.url]);
  const load = startLoad(stand, () => balancer);
  const took: number[] = [];
  for (let deploy = 1; deploy <= DEPLOYS; deploy++) {
    const [nextApi, nextWorker] = await Promise.all([
      stand.startApi(env),
      stand.startWorker(mailThrough(vendor)),
    ]);
    await publishFor(stand, nextApi, `2031-05-0${deploy}`, people);
    const ending = timed(() => Promise.all([api.stop(), worker.stop()]));
    // the router turns away from who is not ready, when it sees it
    const old = api;
    await expect.poll(() => isReady(old), LOOK).toBe(false);
    balancer.to([nextApi.url]);
    const { ms, result } = await ending;
    expect(result).toEqual([0, 0]);
    took.push(ms);
    [api, worker] = [nextApi, nextWorker];
    const references = deploy * people.length;
    await expect.poll(() => countMails(vendor)).toEqual({ people: people.length, references });
  }
  const sent = await load.stop();
  expect(sent.filter((one) => !isGood(one))).toEqual([]);
  expect(await lostOf(stand, sent)).toEqual([]);
  expect(Math.max(...took)).toBeLessThan(within(DRAINED_MS));
  // who ends in peace sends no mail twice
  expect(vendor.accepted.length).toBe(countMails(vendor).references);
  await balancer.close();
  await Promise.all([api.stop(), worker.stop(), vendor.close()]);
  console.log(`F18: ${JSON.stringify(statuses(sent))}, none failed; ended after ${took.join(', ')} ms`);
});
