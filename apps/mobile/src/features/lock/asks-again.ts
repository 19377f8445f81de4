/** So long in the background and the app asks again. */
const GRACE_MS = 5 * 60_000;

/** Does the app ask again? A clock that was set back counts as long. @param leftAt when it went away, in milliseconds */
export const asksAgain = (leftAt: number, now: number): boolean => now - leftAt > GRACE_MS || now < leftAt;
