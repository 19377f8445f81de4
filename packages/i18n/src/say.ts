import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';

export type { CompiledMessage } from 'icu-minify/format';

/** One namespace in one language, read and checked beforehand: words without the reader of their syntax. */
export type Compiled = Readonly<Record<string, CompiledMessage>>;
export type Values = Readonly<Record<string, string | number>>;

const made = new Map<string, unknown>();

/** Makers of formatters are slow; one of each is enough. */
function kept<T>(key: string, make: () => T): T {
  const known = made.get(key) as T | undefined;
  if (known !== undefined) return known;
  const one = make();
  made.set(key, one);
  return one;
}

const formatters: FormatOptions['formatters'] = {
  getDateTimeFormat: (...args) =>
    kept(`date ${JSON.stringify(args)}`, () => new Intl.DateTimeFormat(...args)),
  getNumberFormat: (...args) => kept(`number ${JSON.stringify(args)}`, () => new Intl.NumberFormat(...args)),
  getPluralRules: (...args) => kept(`plural ${JSON.stringify(args)}`, () => new Intl.PluralRules(...args)),
};

/** The sentence of a compiled message with its values filled in. @param tag BCP 47, for numbers and plurals */
export const say = (message: CompiledMessage, tag: string, values: Values = {}): string =>
  String(format(message, tag, values, { formatters }));
