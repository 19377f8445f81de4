'use client';
import { fieldWords } from '@vaktplan/contracts/field-words';
import { useMemo } from 'react';
import type * as z from 'zod';
import { useLocale, useSentWords } from './words';
import type { Words } from './words-in';
import type { WordKey } from '@vaktplan/i18n/catalogue';

const FORMATS = ['email', 'date', 'uuid', 'url'] as const;
type FieldWords = Words<WordKey<'fields'>>;

function limitWords(t: FieldWords, side: 'min' | 'max', origin: string, limit: number): string {
  const count = { count: limit };
  if (origin === 'string')
    return side === 'min' && limit <= 1 ? t('required') : t(`${side}Characters`, count);
  return origin === 'array' ? t(`${side}Choices`, count) : t(side, count);
}

/** As the contracts' `fieldWords`, in another language. Sentences that a contract states itself come first. */
function inWords(t: FieldWords, issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'too_small': {
      const { origin, minimum } = issue as z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>;
      return limitWords(t, 'min', origin, Number(minimum));
    }
    case 'too_big': {
      const { origin, maximum } = issue as z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>;
      return limitWords(t, 'max', origin, Number(maximum));
    }
    case 'invalid_format':
      return t(FORMATS.find((format) => format === issue.format) ?? 'form');
    case 'invalid_type':
      return t(issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'required');
    case 'invalid_value':
      return t('option');
    default:
      return undefined;
  }
}

/** What is wrong with a field, in the language of the page. */
export function useFieldWords(): (issue: z.core.$ZodRawIssue) => string | undefined {
  const locale = useLocale();
  const t = useSentWords('fields');
  return useMemo(() => (locale === 'en' || !t ? fieldWords : (issue) => inWords(t, issue)), [locale, t]);
}
