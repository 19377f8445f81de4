const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Is this a write that another site made the browser send? SameSite=Lax cookies stop most; this stops the rest,
 * sub-domains of the same site included.
 */
export function isCrossSiteWrite(request: Request): boolean {
  if (safeMethods.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin';
  const origin = request.headers.get('origin');
  if (!origin) return false;
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
