import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { expect, test } from 'vitest';
import { changedByOthers } from './remote-changes';

const shift = (id: string, version: number, changedBy: string | null) =>
  ({ id, version, changedBy }) as ShiftView;

const shown = (shifts: ShiftView[]) => ({ range: 'week 1', shifts });

test('what somebody else changed or added flashes; what this person did, or nobody, does not', () => {
  const before = shown([shift('a', 1, 'Anna'), shift('b', 1, 'Anna'), shift('c', 3, 'Anna')]);
  const after = [shift('a', 2, 'Bo'), shift('b', 2, 'Anna'), shift('c', 3, 'Bo'), shift('d', 1, 'Bo')];
  expect(changedByOthers(before, 'week 1', after, 'Anna')).toEqual(['a', 'd']);
});

test('other days, and the first that are shown, are no change', () => {
  const before = shown([shift('a', 1, null)]);
  expect(changedByOthers(before, 'week 2', [shift('a', 2, 'Bo')], 'Anna')).toEqual([]);
  expect(changedByOthers(undefined, 'week 1', [shift('a', 2, 'Bo')], 'Anna')).toEqual([]);
});
