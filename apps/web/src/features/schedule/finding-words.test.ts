import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { compiledWords } from '@vaktplan/i18n/catalogue';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../lib/words-in';
import { wordsOf, type FindingWords } from './finding-words';

const t: FindingWords = wordsIn('en', compiledWords('en', 'findings'));

const roster = { positions: [{ id: 'bar', name: 'Barista', color: '#000000', departmentId: null }] };
const say = (finding: Partial<Parameters<typeof wordsOf>[0]>) =>
  wordsOf(
    { rule: 'rest_short', actual: null, limit: null, subjectId: null, ...finding },
    roster as unknown as RosterView,
    t,
  );

describe('findings in words', () => {
  test.each([
    [{ rule: 'rest_short', actual: 540, limit: 660 }, 'only 9 hours rest'],
    [{ rule: 'rest_short', actual: 61, limit: 660 }, 'only 1 hour 1 minute rest'],
    [{ rule: 'rest_short', actual: 0, limit: 660 }, 'only 0 hours rest'],
    [{ rule: 'over_maximum', actual: 3030, limit: 2880 }, '50 hours 30 minutes that week, 48 hours allowed'],
    [{ rule: 'over_contracted', actual: 2400, limit: 2220 }, '40 hours that week, 37 hours in the contract'],
    [{ rule: 'overlap', actual: 45, limit: 0 }, 'overlaps another shift by 45 minutes'],
    [
      { rule: 'position_missing', subjectId: 'bar', actual: '2025-12-01' },
      'does not hold the position Barista',
    ],
    [{ rule: 'position_expired', subjectId: 'gone' }, 'does not hold the position that day'],
    [{ rule: 'inactive', actual: '2025-12-01' }, 'no longer works here'],
  ] as const)('%o', (finding, words) => {
    expect(say(finding)).toBe(words);
  });
});
