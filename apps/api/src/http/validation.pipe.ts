import { StandardSchemaValidationPipe } from '@nestjs/common';
import { AppError, type FieldError } from '@vaktplan/contracts/errors';
import { UnknownField } from './unknown-field.ts';

type Issue = {
  message: string;
  code?: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
};

const MOST_ERRORS = 50;
const LONGEST = 200;

const shorten = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

const pathOf = (issue: Issue): string =>
  (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

/** Field errors for people; bounded, since a hostile body could name a hundred thousand fields. */
export const fieldErrors = (issues: readonly Issue[]): FieldError[] =>
  issues
    .slice(0, MOST_ERRORS)
    .map((issue) => ({ path: shorten(pathOf(issue)), message: shorten(issue.message) }));

/** Parses body, query and parameters by the Zod schema of their decorator. */
export const createValidationPipe = () =>
  new StandardSchemaValidationPipe({
    validateCustomDecorators: true,
    exceptionFactory: (issues: readonly Issue[]) =>
      issues.some(({ code }) => code === 'unrecognized_keys')
        ? new UnknownField(fieldErrors(issues))
        : new AppError('validation_failed', { errors: fieldErrors(issues) }),
  });
