import { compiledWords } from '@vaktplan/i18n/catalogue';
import { say } from '@vaktplan/i18n/say';
import type { GridSay } from './grid-words.ts';

const words = compiledWords('en', 'grid');

/** The grid's words as the page gives them in English. */
export const english: GridSay = (word, values) => say(words[word] ?? word, 'en', values);
