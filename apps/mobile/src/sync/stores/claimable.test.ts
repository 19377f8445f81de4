import { expect, test } from 'vitest';
import type { NewRow, OutboxRow } from '../outbox-row';
import { LEASE_MS, LONGEST_PAUSE_MS } from '../sync-store';
import { claimable, hurried, isAmendable, isPrunable, sentAgain, started } from './claimable';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const row = (part: Partial<OutboxRow> = {}): OutboxRow =>
  ({
    ...started({ id: 'a', owner: 'o', stream: 'punch', body: {}, createdAt: NOW, nextAt: 0 } as NewRow, 1),
    ...part,
  }) as OutboxRow;

test('a tap that somebody has tried to send is not changed or taken back: the server may have it', () => {
  expect(isAmendable(row())).toBe(true);
  expect(isAmendable(row({ attempts: 1 }))).toBe(false);
  expect(isAmendable(row({ state: 'sending' }))).toBe(false);
  expect(isAmendable(row({ stream: 'correction' } as Partial<OutboxRow>))).toBe(false);
});

test('sent again it goes out at once, and is no tap of this moment', () => {
  const refused = row({ state: 'refused', attempts: 7, nextAt: NOW + 1, reason: 'no', code: 'forbidden' });
  expect(sentAgain(refused)).toMatchObject({ state: 'saved', attempts: 1, nextAt: 0, reason: null });
  expect(isAmendable(sentAgain(refused))).toBe(false);
  expect(sentAgain(row({ state: 'confirmed' })).state).toBe('confirmed');
});

test('hurry ends a pause after a failure, and not the time in which a tap can be taken back', () => {
  expect(hurried(row({ attempts: 1, nextAt: NOW + 1 })).nextAt).toBe(0);
  expect(hurried(row({ nextAt: NOW + 1 })).nextAt).toBe(NOW + 1);
});

test('rows go in order up to the first that waits; nothing while a sender holds one', () => {
  const waits = row({ id: 'b', nextAt: NOW + 1 });
  expect(claimable([row(), waits, row({ id: 'c' })], NOW, 9).map(({ id }) => id)).toEqual(['a']);
  expect(claimable([row(), row({ id: 'b' })], NOW, 1)).toHaveLength(1);
  const held = row({ state: 'sending', leaseUntil: NOW + LEASE_MS });
  expect(claimable([held, row({ id: 'b' })], NOW, 9)).toEqual([]);
  expect(claimable([held], NOW + LEASE_MS, 9)).toHaveLength(1);
  // of before the clock was set back
  expect(claimable([row({ nextAt: NOW + LONGEST_PAUSE_MS + 1 })], NOW, 9)).toHaveLength(1);
});

test('only what has been seen, and is old, goes', () => {
  const old = row({ state: 'confirmed', seen: true, createdAt: NOW - 1 });
  expect(isPrunable(old, NOW)).toBe(true);
  expect(
    [{ seen: false }, { createdAt: NOW }, { state: 'refused' as const }].map((part) =>
      isPrunable({ ...old, ...part } as OutboxRow, NOW),
    ),
  ).toEqual([false, false, false]);
});
