import { ApiProblem } from './problem';

/** Tells our server that a page broke: the kind of error and where in the code, without its words. */
export function reportError(error: Error & { digest?: string }): void {
  // what the API answered is known there
  if (error instanceof ApiProblem) return;
  const stack = (error.stack ?? '').replace(error.message, '').slice(0, 4_000);
  const told = { name: error.name, stack, path: location.pathname, digest: error.digest };
  navigator.sendBeacon('/api/errors', new Blob([JSON.stringify(told)], { type: 'application/json' }));
}
