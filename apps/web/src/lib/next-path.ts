/** Where to go after signing in: a path of this site, never another address. */
export function nextPath(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return '/dashboard';
  return next;
}
