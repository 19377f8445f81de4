import { describe, expect, test } from 'vitest';
import { shiftItem } from './model/server-items.fixture';
import { changesSince, Looked, lookedAt } from './schedule-changes';

const day = 86_400_000;
const now = Date.parse('2026-03-02T00:00:00Z');
const until = now + 56 * day;
const monday = shiftItem('mon', 1, now + 8 * 3_600_000);
const tuesday = shiftItem('tue', 1, now + day);
const looked = lookedAt([monday, tuesday], now, until);
const kinds = (shifts: Parameters<typeof changesSince>[1], at = now + 1000) =>
  changesSince(looked, shifts, at).map((change) => [
    change.kind,
    change.kind === 'removed' ? change.before.id : change.shift.id,
  ]);

describe('what changed since the schedule was last looked at', () => {
  test('nothing, when it was never looked at', () => expect(changesSince(null, [monday], now)).toEqual([]));
  test('nothing, when it is the same with another version', () =>
    expect(kinds([{ ...monday, version: 9, startsAt: '2026-03-02T09:00:00+01:00' }, tuesday])).toEqual([]));
  test('moved, elsewhere, with another note: and what it was', () => {
    const moved = { ...monday, startsAt: tuesday.startsAt, locationName: 'Airport', notes: 'Bring keys' };
    expect(changesSince(looked, [moved, tuesday], now)).toEqual([
      {
        kind: 'changed',
        shift: moved,
        before: expect.objectContaining({ startsAt: monday.startsAt }),
        fields: ['startsAt', 'locationName', 'notes'],
      },
    ]);
  });
  test('new and gone, in the order of time', () => {
    const wednesday = shiftItem('wed', 1, now + 2 * day);
    expect(kinds([wednesday, tuesday])).toEqual([
      ['removed', 'mon'],
      ['added', 'wed'],
    ]);
  });
  test('not that a shift is over, whether it is still there or not', () => {
    expect(kinds([tuesday], now + 2 * day)).toEqual([]);
    expect(kinds([], now + 3 * day)).toEqual([]);
  });
  test('not what only came into view, but what was published since', () => {
    const far = shiftItem('far', 1, until + day);
    expect(kinds([monday, tuesday, { ...far, publishedAt: new Date(now - 1).toISOString() }])).toEqual([]);
    expect(kinds([monday, tuesday, { ...far, publishedAt: new Date(now + 1).toISOString() }])).toEqual([
      ['added', 'far'],
    ]);
  });
  test('not open shifts, which are nobody’s', () => {
    expect(kinds([monday, tuesday, { ...shiftItem('open', 1, now + day), open: true }])).toEqual([]);
  });
  test('what was looked at is kept as text', () => {
    expect(Looked.parse(JSON.parse(JSON.stringify(looked)))).toEqual(looked);
  });
});
