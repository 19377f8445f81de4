import { ERRORS, type AppError } from '@vaktplan/contracts/errors';
import type { Problem } from '@vaktplan/contracts/problem';

/** The body of an error answer. */
export const problemOf = (error: AppError, correlationId: string): Problem => ({
  type: `urn:vaktplan:problem:${error.code}`,
  title: error.code.replaceAll('_', ' '),
  status: error.status,
  code: error.code,
  // what a server error says to the outside is fixed, whatever was thrown
  detail: error.status >= 500 ? ERRORS[error.code][1] : error.message,
  ...(error.errors && { errors: error.errors }),
  ...(error.current !== undefined && { current: error.current }),
  correlationId,
});
