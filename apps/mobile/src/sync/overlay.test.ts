import { DEFAULT_NOTIFICATION_SETTINGS } from '@vaktplan/contracts/http/notification-settings';
import { describe, expect, test } from 'vitest';
import { clockNow } from './clock-now';
import { entriesNow, workedMinutes } from './entries-now';
import { inboxNow } from './inbox-now';
import { lineItem, newsItem } from './model/server-items.fixture';
import type { NewRow, OutboxRow, PunchBody, RowProgress } from './outbox-row';
import { settingsNow } from './settings-now';
import { started } from './stores/claimable';

const eight = Date.parse('2026-03-02T08:00:00Z');
const minute = 60_000;
let made = 0;
const row = (stream: NewRow['stream'], body: unknown, progress: Partial<RowProgress> = {}): OutboxRow => {
  made += 1;
  const base = { id: `row${made}`, owner: 'o', stream, body, createdAt: eight, nextAt: 0 } as NewRow;
  return { ...started(base, made), ...progress };
};
const punch = (kind: PunchBody['kind'], minutes: number, progress: Partial<RowProgress> = {}) =>
  row(
    'punch',
    { kind, stamp: { wallMs: eight + minutes * minute, zone: 'UTC', monoMs: 0, bootId: 'b', offsetMs: 0 } },
    progress,
  );
const line = (endMs: number | null) =>
  lineItem('ada', { id: 'entry', version: 3, startMs: eight, endMs, correctionId: null });

describe('the clock with taps of this phone', () => {
  test.each([
    ['out', [], 'out'],
    ['in', [punch('in', 0)], 'in'],
    ['on a break', [punch('in', 0), punch('break_start', 60)], 'on_break'],
    ['back', [punch('in', 0), punch('break_start', 60), punch('break_end', 70)], 'in'],
    ['gone home', [punch('in', 0), punch('break_start', 60), punch('out', 90)], 'out'],
    ['in any order', [punch('out', 90), punch('in', 0)], 'out'],
    ['refused taps do not count', [punch('in', 0, { state: 'refused' })], 'out'],
    ['seen ones are in the hours already', [punch('in', 0, { state: 'confirmed', seen: true })], 'out'],
    ['confirmed ones show until the hours came', [punch('in', 0, { state: 'confirmed' })], 'in'],
  ])('%s', (_, rows, state) => expect(clockNow([], rows).state).toBe(state));

  test('continues what the server has', () => {
    const rows = [punch('break_start', 30)];
    expect(clockNow([line(null)], [])).toMatchObject({ state: 'in', since: eight, waiting: 0 });
    expect(clockNow([line(null)], rows)).toMatchObject({
      state: 'on_break',
      since: eight + 30 * minute,
      waiting: 1,
      entry: { id: 'entry', pending: true },
    });
  });
  test('a tap that the server has already changes nothing', () => {
    const rows = [punch('in', 0, { state: 'confirmed' }), punch('out', 60, { state: 'confirmed' })];
    const [entry, ...others] = entriesNow([line(eight + 60 * minute)], rows);
    expect(entry).toMatchObject({ pending: false, target: { entryId: 'entry', entryVersion: 3 } });
    expect(others).toEqual([]);
  });
});

describe('hours with taps of this phone', () => {
  test('a whole day that nobody knows of yet', () => {
    const rows = [punch('in', 0), punch('break_start', 120), punch('break_end', 150), punch('out', 480)];
    const [entry] = entriesNow([], rows);
    expect(entry).toMatchObject({
      line: null,
      pending: true,
      startedAt: eight,
      endedAt: eight + 480 * minute,
      target: { punchId: rows[0]?.id },
    });
    expect(entry && workedMinutes(entry, 0)).toBe(450);
  });
  test('what goes on counts up to now; a finished one as the server counts', () => {
    const [open] = entriesNow([], [punch('in', 0)]);
    expect(open && workedMinutes(open, eight + 90.9 * minute)).toBe(90);
    const [done] = entriesNow([{ ...line(eight + 60 * minute), countedMinutes: 45 }], []);
    expect(done && workedMinutes(done, 0)).toBe(45);
  });
  test('a correction shows on the hours it is of', () => {
    const tap = punch('in', 600);
    const of = (target: unknown) => row('correction', { target, startedAt: '', endedAt: '', comment: '' });
    const entries = (rows: OutboxRow[]) =>
      entriesNow([line(eight + minute)], [tap, ...rows]).map(({ id, correction }) => [id, correction]);
    expect(entries([of({ entryId: 'entry', entryVersion: 3 })])).toEqual([
      [tap.id, 'none'],
      ['entry', 'saved'],
    ]);
    expect(entries([of({ punchId: tap.id })])[0]).toEqual([tap.id, 'saved']);
    const proposed = { ...line(eight + minute), correctionId: 'c' };
    expect(entriesNow([proposed], [])[0]?.correction).toBe('proposed');
  });
});

test('news read on this phone is read', () => {
  const news = [newsItem('a', eight, null), newsItem('b', eight, eight)];
  expect(inboxNow(news, [])).toMatchObject({ unread: 1 });
  const after = inboxNow(news, [row('inbox', { notificationId: 'a' })]);
  expect(after).toMatchObject({ unread: 0, news: [{ readAt: new Date(eight).toISOString() }, news[1]] });
});

test('settings changed on this phone are as changed', () => {
  const rows = [
    row('settings', { patch: { reminderMinutes: 30 } }),
    row('settings', { patch: { reminderMinutes: null } }),
    row('settings', { patch: { reminderMinutes: 60 } }, { state: 'refused' }),
  ];
  const settings = settingsNow({ ...DEFAULT_NOTIFICATION_SETTINGS, zone: 'UTC' }, rows);
  expect(settings).toMatchObject({ reminderMinutes: null, zone: 'UTC' });
});
