import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { fieldWords } from './field-words.ts';
import { Color, Email, Id, LocalDate, Name } from './primitives.ts';

const wordsFor = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: fieldWords }).error?.issues[0]?.message;

describe('what is wrong with a field, in words', () => {
  test.each([
    [Name, '', 'Fill this in'],
    [Name, undefined, 'Fill this in'],
    [Name, 'x'.repeat(121), 'Use 120 characters at most'],
    [z.string().min(10), 'short', 'Use 10 characters or more'],
    [Email, 'nobody', 'Enter an e-mail address such as name@example.com'],
    [Id, '', 'Choose one'],
    [LocalDate, '2026-13-01', 'Enter a date'],
    [z.array(z.string()).min(1), [], 'Choose at least 1'],
    [z.int().min(50), 3, 'Use 50 or more'],
    [z.int().max(5000), 6000, 'Use 5000 at most'],
    [z.number(), Number.NaN, 'Enter a number'],
    [z.enum(['a']), 'b', 'Choose one of the options'],
  ])('%#', (schema, value, words) => expect(wordsFor(schema, value)).toBe(words));

  test("a contract's own sentence comes first", () =>
    expect(wordsFor(Color, 'blue')).toBe('A colour such as #3366ff'));
});
