'use client';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import { useCallback } from 'react';
import { useSentWords } from './words';
import type { Words } from './words-in';

type SaidKey = WordKey<'said'>;

/** Sentences with a value in them, told by their form. */
const PATTERNS = [
  'Use {count} characters or more',
  'Use {count} characters at most',
  'Choose at least {count}',
  'Choose at most {count}',
  'Use {count} or more',
  'Use {count} at most',
  'The range must hold 1 to {days} days',
  'The past stays as it was: begin on {date} or later',
  '{count} rows at most; split the file',
  'Line {line} has the same',
  'There is no department "{name}" that you may use',
  'There is no position "{name}" there',
  '"{amount}" is not an amount such as 185.50',
  '"{hours}" is not a number of hours from 0 to 100',
] as const satisfies readonly SaidKey[];

const forms = PATTERNS.map((key) => {
  const [before = '', name = '', after = ''] = key.split(/\{(\w+)\}/);
  return { key, before, name, after };
});

/** A sentence that the server or a contract says of one field, in other words where there are any. */
export function sayAgain(t: Words<SaidKey>, sentence: string): string {
  if (t.has(sentence)) return t(sentence);
  for (const { key, before, name, after } of forms) {
    if (!sentence.startsWith(before) || !sentence.endsWith(after)) continue;
    const value = sentence.slice(before.length, sentence.length - after.length);
    if (value) return t(key, { [name]: value });
  }
  return sentence;
}

const LIMIT = /^Too (small|big): expected (\w+) to (?:have|be) [<>]=?(-?\d+)/;

/** A limit as zod says it -> as the contracts say it to people: "Too small: expected string to have >=1 characters". */
export function inPlainWords(sentence: string): string {
  const [, side, kind, count] = LIMIT.exec(sentence) ?? [];
  if (!side) return sentence;
  if (kind === 'string' && side === 'small' && count === '1') return 'Fill this in';
  return `Use ${count}${kind === 'string' ? ' characters' : ''} ${side === 'small' ? 'or more' : 'at most'}`;
}

/** What the server says of a field is English; `said` in the catalogue is keyed by its sentences. */
export function useSaidWords(): (sentence: string) => string {
  const t = useSentWords('said');
  return useCallback((sentence) => (t ? sayAgain(t, inPlainWords(sentence)) : inPlainWords(sentence)), [t]);
}
