import { DEFAULT_SETTINGS, sayFinding } from '@vaktplan/core/rules';
import { compiledWords } from '@vaktplan/i18n/catalogue';
import { expect, test } from 'vitest';
import { wordsIn } from '../../lib/words-in';
import type { FindingWords } from './finding-words';
import { sayFindingAgain } from './said-findings';

const inLanguage = (locale: 'en' | 'da'): FindingWords => wordsIn(locale, compiledWords(locale, 'findings'));
const rules = Object.keys(DEFAULT_SETTINGS) as (keyof typeof DEFAULT_SETTINGS)[];

test.each(rules)('%s: what the API says is known again, measures and all', (rule) => {
  const said = sayFinding({ rule, actual: 545, limit: 660 });
  expect(sayFindingAgain(said, inLanguage('en'))).toBe(said);
  expect(sayFindingAgain(said, inLanguage('da'))).not.toBe(said);
});

test('a sentence of no rule stays', () => {
  expect(sayFindingAgain('only on Tuesdays', inLanguage('da'))).toBe('only on Tuesdays');
  expect(sayFindingAgain('only 9 hours 5 minutes rest', inLanguage('da'))).toBe(
    'kun 9 timer 5 minutter hvile',
  );
});
