import { AppError } from '@vaktplan/contracts/errors';
import type { Problem } from '@vaktplan/contracts/problem';
import { LimitReached } from './limits.ts';

const RETRY_SECONDS = 2;

/** The refusal in the form that the API itself answers with; anything unexpected is an origin that is away. */
export function answerProblem(thrown: unknown, correlationId: string): Response {
  const error = thrown instanceof AppError ? thrown : new AppError('unavailable', { cause: thrown });
  const problem: Problem = {
    type: `urn:vaktplan:problem:${error.code}`,
    title: error.code.replaceAll('_', ' '),
    status: error.status,
    code: error.code,
    detail: error.message,
    correlationId,
  };
  if (error.status >= 500)
    console.error(JSON.stringify({ correlationId, code: error.code, err: String(thrown) }));
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (error.status === 401) headers.set('www-authenticate', 'Bearer');
  if (error.status === 503) headers.set('retry-after', String(RETRY_SECONDS));
  if (error instanceof LimitReached) headers.set('retry-after', String(error.retryAfterSeconds));
  return new Response(JSON.stringify(problem), { status: error.status, headers });
}
