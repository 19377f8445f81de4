import { ApiProblem } from './problem';

/** Has the session ended (signed out elsewhere, password changed, too long away)? */
export const isSessionEnded = (error: unknown): boolean =>
  error instanceof ApiProblem && error.status === 401;

let leaving = false;

/** To sign-in and then back here; once, however many requests find out at the same time. */
export function leaveForSignIn(): void {
  if (leaving) return;
  leaving = true;
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}
