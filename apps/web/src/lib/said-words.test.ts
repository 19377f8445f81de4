import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE, compiledWords } from '@vaktplan/i18n/catalogue';
import { expect, test } from 'vitest';
import { inPlainWords, sayAgain } from './said-words';
import { wordsIn } from './words-in';

const packages = path.resolve(import.meta.dirname, '../../../../packages');
const sources = ['contracts', 'core']
  .flatMap((name) => globSync(`${name}/src/**/*.ts`, { cwd: packages }))
  .concat('../apps/api/src/auth/join-account.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(packages, file), 'utf8'))
  .join('\n');
/** Sentences are put together there, their values as `${...}`. */
const plain = sources.replaceAll(/\$\{[^}]*\}/g, '{}');
const built = ['Use {count} characters or more', 'Use {count} characters at most'];

test('every sentence that is said again is one that the server or a contract says', () => {
  const unknown = Object.entries(CATALOGUE.en.said).filter(
    ([key, words]) =>
      key !== words || !(built.includes(key) || plain.includes(key.replaceAll(/\{\w+\}/g, '{}'))),
  );
  expect(unknown).toEqual([]);
});

test.each([
  ['Each day once', 'Jeden Tag nur einmal'],
  ['Line 2 has the same', 'Zeile 2 hat dasselbe'],
  ['Use 10 characters or more', 'Mindestens 10 Zeichen'],
  ['Use 3 or more', '3 oder mehr'],
  [
    'There is no department "Bar {1}" that you may use',
    'Es gibt keine Abteilung „Bar {1}“, die du benutzen darfst',
  ],
  ['Something nobody has translated', 'Something nobody has translated'],
])('%s', (sentence, german) => {
  expect(sayAgain(wordsIn('de', compiledWords('de', 'said')), sentence)).toBe(german);
});

test.each([
  ['Too small: expected string to have >=1 characters', 'Fill this in'],
  ['Too big: expected string to have <=500 characters', 'Use 500 characters at most'],
  ['Too small: expected number to be >=-2880', 'Use -2880 or more'],
  ['Each day once', 'Each day once'],
])('%s is said as people say it', (sentence, words) => expect(inPlainWords(sentence)).toBe(words));
