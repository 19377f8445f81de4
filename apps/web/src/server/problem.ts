import { ERRORS, type ErrorCode } from '@vaktplan/contracts/errors';

/** A problem+json answer of the BFF itself, in the API's own form. */
export function problemAnswer(code: ErrorCode, correlationId: string, detail?: string): Response {
  const [status, standing] = ERRORS[code];
  const body = {
    type: `urn:vaktplan:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status,
    code,
    detail: detail ?? standing,
    correlationId,
  };
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-correlation-id': correlationId,
  });
  if (status === 503) headers.set('retry-after', '3');
  return new Response(JSON.stringify(body), { status, headers });
}
