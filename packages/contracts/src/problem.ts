import * as z from 'zod';
import { ERRORS, type ErrorCode as Code, type FieldError as Field } from './errors.ts';

export type ErrorCode = Code;
export type FieldError = Field;
export const ErrorCode = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]);

/** One wrong field: `path` as in `breaks.0.minutes`, `message` for people. */
export const FieldError = z.object({ path: z.string(), message: z.string() }).meta({ id: 'FieldError' });

/** application/problem+json (RFC 9457) as every error answer of the API. `current` is the newer view on version_conflict. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: ErrorCode,
    detail: z.string(),
    errors: z.array(FieldError).optional(),
    current: z.unknown().optional(),
    correlationId: z.string(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
