import type * as z from 'zod';

const countWords = (count: number | bigint, unit: string) =>
  `${count} ${unit}${Number(count) === 1 ? '' : 's'}`;

function tooSmall(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (issue.origin === 'string') {
    return Number(issue.minimum) <= 1
      ? 'Fill this in'
      : `Use ${countWords(issue.minimum, 'character')} or more`;
  }
  if (issue.origin === 'array') return `Choose at least ${issue.minimum}`;
  return `Use ${issue.minimum} or more`;
}

function tooBig(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (issue.origin === 'string') return `Use ${countWords(issue.maximum, 'character')} at most`;
  if (issue.origin === 'array') return `Choose at most ${issue.maximum}`;
  return `Use ${issue.maximum} at most`;
}

const formats: Record<string, string> = {
  email: 'Enter an e-mail address such as name@example.com',
  date: 'Enter a date',
  uuid: 'Choose one',
  url: 'Enter an address such as https://example.com',
};

/** What is wrong with a field, for people. Sentences that a contract states itself come first. */
export function fieldWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue as z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>);
    case 'too_big':
      return tooBig(issue as z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>);
    case 'invalid_format':
      return formats[String(issue.format)] ?? 'This is not in the right form';
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? 'Enter a number' : 'Fill this in';
    case 'invalid_value':
      return 'Choose one of the options';
    default:
      return undefined;
  }
}
