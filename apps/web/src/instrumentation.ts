import type { Instrumentation } from 'next';

/** Next calls this for what broke while it rendered or answered. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { framesOf, reportWebError } = await import('./server/error-reports');
  const known = error instanceof Error ? error : new Error('thrown');
  // the API's refusals are told there
  if (known.name === 'ApiProblem') return;
  const digest = 'digest' in known ? String(known.digest) : undefined;
  await reportWebError({
    where: 'server',
    name: known.name,
    stack: framesOf(known),
    route: routePath,
    digest,
  });
};
