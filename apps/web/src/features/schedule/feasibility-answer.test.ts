import { compiledWords } from '@vaktplan/i18n/catalogue';
import { expect, test } from 'vitest';
import { wordsIn } from '../../lib/words-in';
import { answerOf } from './feasibility-answer';

const [BO, IDA, SHIFT] = ['bo', 'ida', 'shift'];
const days = ['2025-12-01', '2025-12-02', '2025-12-03'];
// ok, warn, block | unknown, ok, ok
const bits = btoa(String.fromCharCode(0b11_10_01_00, 0));

test('every cell is answered from memory, in words', () => {
  const answer = answerOf(
    {
      employees: [BO, IDA],
      days,
      verdicts: [
        {
          shiftIds: [SHIFT],
          bits,
          reasons: { rest_short: [[1, 540, 660]], outside_contract: [[2, 20_424, 20_400]] },
        },
      ],
    },
    () => 'Barista',
    wordsIn('en', compiledWords('en', 'findings')),
  );
  expect(days.map((date) => answer(BO, date, SHIFT))).toEqual([
    { verdict: 'ok' },
    { verdict: 'warn', reason: 'only 9 hours rest' },
    { verdict: 'block', reason: 'no contract that day' },
  ]);
  expect(days.map((date) => answer(IDA, date, SHIFT))).toEqual([null, { verdict: 'ok' }, { verdict: 'ok' }]);
  expect(answer(null, '2025-12-01', SHIFT)).toEqual({ verdict: 'ok' });
  // somebody who came meanwhile, a day that is not in the answer, a shift that was not asked about
  expect(answer('cid', '2025-12-01', SHIFT)).toBeNull();
  expect(answer(BO, '2025-12-08', SHIFT)).toBeNull();
  expect(answer(BO, '2025-12-01', 'other')).toBeNull();
});
