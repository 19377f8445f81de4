import { expect, test } from 'vitest';
import { compiledWords, type WordKey } from '@vaktplan/i18n/catalogue';
import { formatIn } from '../../lib/format';
import { wordsIn } from '../../lib/words-in';
import { stateWords } from './state-words';

const person = {
  employeeId: 'ada',
  name: 'Ada',
  since: '2025-12-01T08:00:00Z',
  lateMinutes: 0,
  locationId: 'x',
  locationName: 'X',
  zone: 'Australia/Eucla',
  shift: null,
  entryId: null,
  phone: null,
  abilities: { replace: false },
} as const;

const english = wordsIn<WordKey<'board'>>('en', compiledWords('en', 'board'));

test.each([
  ['in', '2025-12-01T09:30:00Z', 'Since 16:45'],
  ['on_break', '2025-12-01T08:20:30Z', 'On a break, 20 min'],
  ['missing', '2025-12-01T09:10:00Z', '1 h 10 min overdue'],
  ['expected', '2025-12-01T07:30:00Z', 'Due at 16:45'],
  ['expected', '2025-12-01T08:03:00Z', 'Due since 16:45'],
] as const)('%s at %s', (state, at, words) => {
  expect(stateWords({ ...person, state }, at, formatIn('en-GB'), english).words).toBe(words);
});
