import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { ask, isGood, statuses, type Answer } from './client.ts';
import { lostOf, startLoad } from './load.ts';
import { repeats } from './pace.ts';
import type { Service } from './services.ts';
import { trial } from './stand.ts';

const here = spawnSync('prlimit', ['--version']).status === 0;
if (!here) console.log('F19, too many files: skipped, there is no prlimit');

const TURNS = repeats(1, 5);
const AT_ONCE = 60;
const patient = { timeout: 60_000 };
/** Fewer than it has open. */
const SPARE = 4;

const openFiles = ({ pid }: Service): number => readdirSync(`/proc/${pid}/fd`).length;

function limitFiles({ pid }: Service, files: number): void {
  const { status, stderr } = spawnSync('prlimit', [`--pid=${pid}`, `--nofile=${files}:`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

trial.runIf(here)(
  'F19: no file may be opened any more: refused cleanly, and over when it is over',
  async ({ stand }) => {
    const api = await stand.startApi();
    const sent: Answer[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const load = startLoad(stand, () => api);
      await expect.poll(() => load.sent.filter(isGood).length, patient).toBeGreaterThan(2 * AT_ONCE);
      limitFiles(api, openFiles(api) + SPARE);
      const limitedAt = performance.now();
      // those who are connected go on; those who come now find no room
      const rush = startLoad(stand, () => ({ url: api.url.replace('127.0.0.1', 'localhost') }), AT_ONCE);
      await expect.poll(() => rush.sent.length, patient).toBeGreaterThan(4 * AT_ONCE);
      const during = [...(await load.stop()), ...(await rush.stop())];
      expect(during.some((one) => isGood(one) && one.startedAt > limitedAt)).toBe(true);
      expect(during.some((one) => !isGood(one))).toBe(true);
      limitFiles(api, 4_096);
      // a connection that cannot be taken breaks, an answer that was given is whole
      expect(during.filter((one) => !isGood(one) && one.status !== 0 && one.status !== 503)).toEqual([]);
      expect(await lostOf(stand, during)).toEqual([]);
      sent.push(...during);
      const after = await Promise.all(
        Array.from({ length: 100 }, () => ask(stand, api, stand.manager, { path: '/api/v1/me' })),
      );
      expect(statuses(after)).toEqual({ 200: 100 });
    }
    expect(await api.stop()).toBe(0);
    console.log(`F19, too many files: ${JSON.stringify(statuses(sent))}, and 100 of 100 afterwards`);
  },
);
