import { expect, test } from 'vitest';
import { idOf } from './model/server-items.fixture';
import type { NewRow, RowOf } from './outbox-row';
import { sendPunches } from './send-punches';
import { started } from './stores/claimable';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const BOOT = idOf(7, 1);

const POSITION = { latitude: 55.6, longitude: 12.5, accuracyMeters: 12, ageSeconds: 3, mocked: true };

/** Where one tap goes that was made so many seconds ago, in which boot of the phone, after how many attempts. */
async function sent(tapped: { secondsAgo: number; bootId?: string; attempts?: number; offline?: true }) {
  const paths: string[] = [];
  const bodies: unknown[] = [];
  const monoMs = 1_000_000;
  const stamp = {
    wallMs: NOW,
    zone: 'UTC',
    monoMs: monoMs - tapped.secondsAgo * 1000,
    bootId: tapped.bootId ?? BOOT,
    offsetMs: 0,
  };
  const body = { kind: 'in', stamp, position: POSITION, ...(tapped.offline && { offline: true }) };
  const row = { id: idOf(9, 1), owner: 'o', stream: 'punch', body, createdAt: NOW, nextAt: 0 } as NewRow;
  const sender = {
    clock: { wall: () => NOW, mono: () => monoMs, bootId: () => BOOT, timeZone: () => 'UTC' },
    transport: {
      send: async (_owner: string, { path, body: sent }: { path: string; body?: unknown }) => {
        bodies.push(sent);
        paths.push(path.replace('/api/v1/time-tracking/punches', ''));
        return { status: 503, body: {} };
      },
    },
  };
  await sendPunches(sender, 'o', [{ ...started(row, 1), attempts: tapped.attempts ?? 0 } as RowOf<'punch'>]);
  return { paths, body: bodies[0] };
}

test.each([
  ['of this moment', { secondsAgo: 30 }, ''],
  ['older', { secondsAgo: 31 }, '/batch'],
  ['of before the phone was restarted', { secondsAgo: 1, bootId: idOf(7, 2) }, '/batch'],
  ['of a clock that is ahead of itself', { secondsAgo: -1 }, '/batch'],
  ['tried before: whether it arrived is not known', { secondsAgo: 1, attempts: 1 }, '/batch'],
  ['known to be late', { secondsAgo: 1, offline: true as const }, '/batch'],
])('a tap %s', async (_name, tapped, path) => {
  expect((await sent(tapped)).paths).toEqual([path]);
});

test('every clock of the tap goes along, and the place as it was found', async () => {
  const tapped = { bootId: BOOT, monotonicMs: 970_000, sequence: 1, serverOffsetMs: 0 };
  const punch = { occurredAt: new Date(NOW).toISOString(), tapped, position: POSITION };
  expect((await sent({ secondsAgo: 30 })).body).toMatchObject({ ...punch, sentMonotonicMs: 1_000_000 });
  expect((await sent({ secondsAgo: 30, attempts: 1 })).body).toMatchObject({
    punches: [{ ...punch, offline: true }],
    sent: { bootId: BOOT, monotonicMs: 1_000_000 },
  });
});
