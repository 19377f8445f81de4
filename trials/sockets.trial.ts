import { expect } from 'vitest';
import { ask, eachOf, isGood, type Answer } from './client.ts';
import { startBalancer } from './balancer.ts';
import { repeats, timed, within } from './pace.ts';
import { asManager } from './people.ts';
import type { Service } from './services.ts';
import { openListener, type Listener } from './sockets.ts';
import { trial, type Stand } from './stand.ts';

const SOCKETS = repeats(150, 1_000);
/** Of each of the two. */
const CHANGES = repeats(200, 5_000);
const SETTLED_MS = 5_000;
const WEEK = '/api/v1/shifts?startDate=2030-01-07&endDate=2030-01-13';
const patient = { timeout: 60_000 };

type View = { id: string; version: number };
type Viewer = { listener: Listener; versions: Map<string, number> };

/** The web app in short: asks for the week when it is connected, and holds what signals say. */
function watch(stand: Stand, url: string, api: () => Pick<Service, 'url'>): Viewer {
  const listener = openListener(stand, url, stand.manager);
  const versions = new Map<string, number>();
  const note = ({ id, version }: View): void => {
    versions.set(id, Math.max(version, versions.get(id) ?? 0));
  };
  const look = async (): Promise<void> => {
    const answer = await ask(stand, api(), stand.manager, { path: `${WEEK}&locationId=${stand.locationId}` });
    if (isGood(answer)) for (const view of (JSON.parse(answer.body) as { data: View[] }).data) note(view);
    else setTimeout(() => void look(), 250);
  };
  listener.socket.on('connect', () => void look());
  listener.socket.on('shift:updated', note);
  return { listener, versions };
}

/** Changes shifts one after the other, each once acknowledged; returns how often it had to ask again. */
async function change(stand: Stand, api: () => Pick<Service, 'url'>, versions: Map<string, number>) {
  const ids = [...versions.keys()];
  const lanes = Array.from({ length: 4 }, (_, lane) => ids.filter((_id, nr) => nr % 4 === lane));
  await eachOf(lanes, lanes.length, async (lane) => {
    for (let nr = 0; nr < CHANGES / lanes.length; nr++) {
      const id = lane[nr % lane.length] as string;
      for (let answer: Answer | undefined; !answer || !isGood(answer);) {
        const version = versions.get(id) ?? 1;
        const body = { notes: `Change ${nr} of version ${version}` };
        answer = await ask(stand, api(), stand.manager, {
          method: 'PATCH',
          path: `/api/v1/shifts/${id}`,
          version,
          body,
        });
        // done, and its answer was lost with the instance
        const stale =
          answer.status === 412 ? (JSON.parse(answer.body) as { current: View }).current : undefined;
        const view = isGood(answer) ? (JSON.parse(answer.body) as View) : stale;
        if (view) versions.set(id, view.version);
      }
    }
  });
}

const behind = (viewers: readonly Viewer[], truth: Map<string, number>): number =>
  viewers.filter(({ versions }) => [...truth].some(([id, version]) => versions.get(id) !== version)).length;

trial('F9, F10: sockets are dropped, and their instance dies, while the plan changes', async ({ stand }) => {
  const [a, b, worker] = await Promise.all([stand.startApi(), stand.startApi(), stand.startWorker()]);
  const balancer = await startBalancer([a.url]);
  let asked = a;
  const api = () => asked;
  const viewers = Array.from({ length: SOCKETS }, () => watch(stand, balancer.url, api));
  const all = () => viewers.filter(({ listener }) => listener.socket.connected).length;
  await expect.poll(all, patient).toBe(SOCKETS);
  const { data } = await asManager<{ data: View[] }>(stand, a, {
    path: `${WEEK}&locationId=${stand.locationId}`,
  });
  const truth = new Map(data.map(({ id, version }) => [id, version]));
  await expect.poll(() => behind(viewers, truth), patient).toBe(0);

  // F9
  const first = change(stand, api, truth);
  balancer.drop();
  await first;
  const back = await timed(() => expect.poll(() => behind(viewers, truth), patient).toBe(0));
  expect(all()).toBe(SOCKETS);
  expect(back.ms).toBeLessThan(within(SETTLED_MS));

  // F10
  const second = change(stand, api, truth);
  await a.kill();
  asked = b;
  balancer.to([b.url]);
  await second;
  const moved = await timed(() => expect.poll(() => behind(viewers, truth), patient).toBe(0));
  expect(moved.ms).toBeLessThan(within(SETTLED_MS));

  for (const { listener } of viewers) listener.close();
  await balancer.close();
  await Promise.all([b.stop(), worker.stop()]);
  console.log(
    `F9, F10: ${SOCKETS} sockets, ${2 * CHANGES} changes; all up to date ${back.ms} ms after a drop, ${moved.ms} ms after their instance died`,
  );
});
