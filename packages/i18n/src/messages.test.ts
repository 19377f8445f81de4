import { ERRORS, type ErrorCode } from '@vaktplan/contracts/errors';
import { describe, expect, test } from 'vitest';
import { chooseLocale, LOCALES } from './locales';
import { CATALOGUE, compiledWords, type CatalogueNamespace } from './catalogue';
import { MESSAGES } from './messages';
import { pseudo } from './pseudo';
import { say, type Values } from './say';
import { wordsOf } from './words';

type Tree = { [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
const english = new Map(leaves(CATALOGUE.en));
/** The names of what a message is given, with what it does with them. */
const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ''))].toSorted();

describe.each(LOCALES)('%s', (locale) => {
  const own = new Map(leaves(CATALOGUE[locale]));

  test('says all that English says, and no more', () => {
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('takes the same values', () => {
    for (const [key, message] of own) {
      expect([key, argumentsOf(message)]).toEqual([key, argumentsOf(english.get(key) ?? '')]);
    }
  });

  test('has every form that its numbers take', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    for (const [key, message] of own) {
      const plurals = message.match(/, plural,/g)?.length ?? 0;
      for (const category of plurals ? pluralCategories : []) {
        const form = category === 'zero' ? /(\bzero|=0) \{/g : new RegExp(`\\b${category} \\{`, 'g');
        expect(message.match(form)?.length ?? 0, `${key}: ${category}`).toBeGreaterThanOrEqual(plurals);
      }
    }
  });

  test('is well formed', () => {
    for (const namespace of Object.keys(CATALOGUE[locale]) as CatalogueNamespace[]) {
      const compiled = compiledWords(locale, namespace);
      for (const [key, message] of leaves(CATALOGUE[locale][namespace])) {
        expect(message.trim(), key).not.toBe('');
        const given: Values = Object.fromEntries(argumentsOf(message).map((name) => [name, 3]));
        expect(say(compiled[key] ?? '', locale, given).trim(), `${namespace}.${key}`).not.toMatch(
          /^$|undefined|[{}]/,
        );
      }
    }
  });
});

test.each(LOCALES)('%s: every refusal of the server has words, its own', (locale) => {
  const { problems } = MESSAGES[locale];
  expect(Object.keys(problems).toSorted()).toEqual(Object.keys(ERRORS).toSorted());
  if (locale === 'en') return;
  const untranslated = Object.entries(problems).filter(([code, words]) =>
    [ERRORS[code as ErrorCode][1], MESSAGES.en.problems[code as ErrorCode]].includes(words),
  );
  expect(untranslated).toEqual([]);
});

test.each(Object.keys(MESSAGES.en) as (keyof typeof MESSAGES.en)[])(
  '%s: web and phone say the same',
  (namespace) => {
    for (const locale of LOCALES) {
      const t = wordsOf(locale, namespace) as unknown as (key: string, values: Values) => string;
      for (const [key, message] of leaves(MESSAGES[locale][namespace])) {
        const given: Values = Object.fromEntries(argumentsOf(message).map((name) => [name, 2]));
        expect(say(compiledWords(locale, namespace)[key] ?? '', locale, given)).toBe(t(key, given));
      }
    }
  },
);

test('plurals follow each language', () => {
  expect(wordsOf('en', 'queue')('count', { count: 1 })).toBe('1 waits on the phone');
  expect(wordsOf('da', 'queue')('count', { count: 2 })).toBe('2 venter på telefonen');
  expect(wordsOf('ar', 'queue')('count', { count: 2 })).toBe('تسجيلان ينتظران على الهاتف');
});

test.each([
  [['nb-NO', 'da-DK', 'en-US'], 'da'],
  [['DE-at'], 'de'],
  [['ar-EG'], 'ar'],
  [['fr-FR'], 'en'],
  [[], 'en'],
])('the phone wishes %j and gets %s', (wished, locale) => {
  expect(chooseLocale(wished)).toBe(locale);
});

describe('the language for tests', () => {
  test.each([
    ['Clock in', '⟦Çłóçk íñ···⟧'],
    ['since {time}', '⟦šíñçé {time}··⟧'],
  ])('%s', (message, expected) => {
    expect(pseudo(message)).toBe(expected);
  });

  test('keeps plurals whole', () => {
    const text = wordsOf('pseudo', 'queue')('count', { count: 2 });
    expect(text).toContain('2 wáít óñ thé phóñé');
  });
});
