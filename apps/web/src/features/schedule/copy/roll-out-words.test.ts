import type { RollOutItem, RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { compiledWords, type WordKey } from '@vaktplan/i18n/catalogue';
import { expect, test } from 'vitest';
import { wordsIn } from '../../../lib/words-in';
import { byReason, cameOutOtherwise, doneWords, takingBack } from './roll-out-words';

const t = wordsIn<WordKey<'plan'>>('en', compiledWords('en', 'plan'));
const item = (
  outcome: RollOutItem['outcome'],
  detail: string | null,
  shiftId: string | null,
): RollOutItem => ({
  sourceId: 's',
  outcome,
  shiftId,
  localDate: '2025-12-01',
  startsAt: '2025-12-01T08:00:00Z',
  endsAt: '2025-12-01T16:00:00Z',
  zone: 'Europe/Copenhagen',
  departmentId: 'd',
  positionId: null,
  positionName: null,
  employeeId: null,
  employeeName: null,
  reason: detail === null ? null : { code: 'shift_overlap', detail },
  clock: [],
  warnings: [],
});
const result = (...data: RollOutItem[]): RollOutResult => {
  const count = (outcome: RollOutItem['outcome']) => data.filter((one) => one.outcome === outcome).length;
  return {
    data,
    meta: {
      created: count('created'),
      opened: count('opened'),
      skipped: count('skipped'),
      startDate: '2025-12-01',
      endDate: '2025-12-07',
      dryRun: false,
    },
  };
};

test('says how many were made, opened and left out', () => {
  expect(doneWords('copied', result(item('created', null, 'a')), t, ', ')).toBe('Copied 1 shift');
  expect(
    doneWords(
      'copied',
      result(item('created', null, 'a'), item('opened', 'x', 'b'), item('skipped', 'y', null)),
      t,
      ', ',
    ),
  ).toBe('Copied 2 shifts, 1 made open, 1 left out');
});

test('what is there already is no loss', () => {
  const twice = {
    ...item('skipped', 'there', null),
    reason: { code: 'duplicate_shift' as const, detail: 'there' },
  };
  expect(doneWords('copied', result(item('created', null, 'a'), twice), t, ', ')).toBe(
    'Copied 1 shift, 1 there already',
  );
});

test('reasons are grouped, the commonest first; what was made is named for the undo', () => {
  const some = result(
    item('skipped', 'rare', null),
    item('skipped', 'often', null),
    item('skipped', 'often', null),
    item('created', null, 'a'),
  );
  expect(byReason(some.data, 'skipped').map((group) => [group.detail, group.items.length])).toEqual([
    ['often', 2],
    ['rare', 1],
  ]);
  expect(takingBack(some)).toEqual([{ kind: 'remove', shiftId: 'a', version: 1 }]);
});

test('notices when it came out otherwise than the preview said', () => {
  const one = result(item('created', null, 'a'));
  expect(cameOutOtherwise(one, one)).toBe(false);
  expect(cameOutOtherwise(one, result(item('skipped', 'x', null)))).toBe(true);
});
