import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { isGood, statuses } from './client.ts';
import { lostOf, startLoad, type Sent } from './load.ts';
import { full, repeats, timed, within } from './pace.ts';
import type { Service } from './services.ts';
import { trial, type Stand } from './stand.ts';
import railway from '../railway.json' with { type: 'json' };

const { services } = railway;

const SECONDS = Number(process.env.SOAK_SECONDS ?? repeats(4, 60));
/** From this length on the memory's growth is judged; a process that has just started still finds its size. */
const LONG = 600;
const CALIBRATING_MS = repeats(1_000, 10_000);
const AT_ONCE = 8;
const MOST_GROWTH = 0.05;
const LATE_MS = 50;
/** What prom-client's monitor rests between two looks, and counts in. */
const RESOLUTION_MS = 100;

const LOOK_SECONDS = 15;
/** What V8 takes in a container of `railway.json` (560 MB of 1 GB, seen in one): here it would find a whole machine. */
const CONTAINER = {
  NODE_OPTIONS: `--max-old-space-size=${services.api.memoryMegabytes / 2} --max-semi-space-size=16`,
};

type Look = Record<'lateMs' | 'heap' | 'young' | 'old' | 'external', number>;

const rssOf = ({ pid }: Service): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** What a process says of itself, by the first words of a line. */
async function metricsOf({ url }: Service): Promise<(line: string) => number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return (line) => Number(new RegExp(`^${line}.* (\\S+)$`, 'm').exec(text)?.[1]);
}
/** Counted since it was asked last: how late the event loop was, and what lies on the heap and in its parts. */
async function lookAt(service: Service): Promise<Look> {
  const of = await metricsOf(service);
  const space = (name: string) => of(`nodejs_heap_space_size_total_bytes\\{space="${name}"`) / 2 ** 20;
  return {
    lateMs: of('nodejs_eventloop_lag_p99_seconds') * 1000 - RESOLUTION_MS,
    heap: of('nodejs_heap_size_used_bytes') / 2 ** 20,
    young: space('new'),
    old: space('old') + space('large_object'),
    external: of('nodejs_external_memory_bytes') / 2 ** 20,
  };
}

/** Transactions that have been open for so many seconds with nothing asked of them. */
const forgotten = async ({ rows }: Stand, seconds: number): Promise<number> => {
  const text = `select count(*)::int as count from pg_stat_activity
    where state like 'idle in transaction%' and state_change <= now() - make_interval(secs => $1)`;
  return Number((await rows(text, [seconds]))[0]?.['count']);
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const tenths = (values: readonly number[], of = median): number[] => {
  const each = Math.max(1, Math.ceil(values.length / 10));
  return Array.from({ length: Math.ceil(values.length / each) }, (_, nr) =>
    Math.round(of(values.slice(nr * each, (nr + 1) * each))),
  );
};
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;

trial(`F21: half of what it can do, for ${SECONDS} s`, async ({ stand }) => {
  const [api, worker] = await Promise.all([stand.startApi(CONTAINER), stand.startWorker(CONTAINER)]);
  const most = startLoad(stand, () => api, AT_ONCE, { days: 20 });
  await delay(CALIBRATING_MS);
  const each = CALIBRATING_MS / ((await most.stop()).length / AT_ONCE);

  const load = startLoad(stand, () => api, AT_ONCE, { everyMs: () => 2 * each, days: 20 });
  // what was answered is only counted: a soak must not be measured by the memory of who measures
  const sent: Omit<Sent, 'body'>[] = [];
  const sizes: { api: number; worker: number }[] = [];
  const looks: Look[] = [];
  let warm: number | undefined;
  let open = 0;
  // how long this very process was kept from going on: on a machine that does this the figures say little
  let stalled = 0;
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1_000;
  while (elapsed() < SECONDS) {
    const rest = await timed(() => delay(1_000));
    stalled = Math.max(stalled, rest.ms - 1_000);
    for (const { body: _, ...one } of load.sent.splice(0)) sent.push(one);
    sizes.push({ api: rssOf(api), worker: rssOf(worker) });
    if (sizes.length % LOOK_SECONDS === 0) looks.push(await lookAt(api));
    open += await forgotten(stand, 1);
    if (elapsed() > SECONDS / 3) warm ??= sizes.length;
  }
  looks.push(await lookAt(api));
  const late = Math.max(...looks.slice(looks.length / 3).map(({ lateMs }) => lateMs));
  for (const { body: _, ...one } of await load.stop()) sent.push(one);

  const steady = sizes.slice(warm);
  const tenth = Math.max(1, Math.floor(steady.length / 10));
  const growth = (of: 'api' | 'worker'): number => {
    const values = steady.map((size) => size[of]);
    return median(values.slice(-tenth)) / median(values.slice(0, tenth)) - 1;
  };
  const figures = {
    requests: sent.length,
    perSecond: Math.round(sent.length / SECONDS),
    p99Ms: quantile(
      sent.map(({ ms }) => ms),
      0.99,
    ),
    lateMs: Math.round(late),
    apiMb: Math.round(sizes.at(-1)?.api ?? 0),
    apiGrowth: `${(growth('api') * 100).toFixed(1)} %`,
    workerMb: Math.round(sizes.at(-1)?.worker ?? 0),
    workerGrowth: `${(growth('worker') * 100).toFixed(1)} %`,
    // median of each tenth of the whole time
    apiMbs: tenths(sizes.map(({ api: mb }) => mb)),
    // what a collection left over: does this hold still while the above grows, nothing leaks
    apiHeapMbs: tenths(
      looks.map(({ heap }) => heap),
      (values) => Math.min(...values),
    ),
    apiYoungMbs: tenths(looks.map(({ young }) => young)),
    apiOldMbs: tenths(looks.map(({ old }) => old)),
    apiExternalMbs: tenths(looks.map(({ external }) => external)),
    workerMbs: tenths(sizes.map(({ worker: mb }) => mb)),
  };
  console.log(
    `F21: ${SECONDS} s, ${JSON.stringify(figures)}, ${open} forgotten transactions; the trial itself stood still for ${stalled} ms at most`,
  );
  // nobody works any more, so whatever is open stays open
  await expect.poll(() => forgotten(stand, 0)).toBe(0);
  // where others take the machine away some are told to come again
  const failed = sent.filter((one) => !isGood(one) && (full || one.status !== 503));
  expect(statuses(failed)).toEqual({});
  expect(await lostOf(stand, sent.slice(-5_000))).toEqual([]);
  if (full) {
    expect(open).toBe(0);
    expect(late).toBeLessThan(within(LATE_MS));
  }
  if (SECONDS >= LONG) {
    expect(growth('api')).toBeLessThan(MOST_GROWTH);
    expect(growth('worker')).toBeLessThan(MOST_GROWTH);
  }
  await Promise.all([api.stop(), worker.stop()]);
});
