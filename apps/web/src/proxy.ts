import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { policyWithHashes, policyWithNonce } from './server/content-security-policy';
import { hasSession } from './server/session';

const staticPages = new Set(['/', '/about', '/pricing']);
const forSignedIn = /^\/(board|dashboard|schedule|shifts|employees|settings|status|developer)(\/|$)/;

/** Every page gets its content security policy; pages of the app without a session cookie go to sign-in. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (forSignedIn.test(pathname) && !hasSession(request.headers.get('cookie'))) {
    const signIn = new URL('/sign-in', request.url);
    signIn.searchParams.set('next', pathname + search);
    return NextResponse.redirect(signIn);
  }
  if (staticPages.has(pathname)) {
    const response = NextResponse.next();
    response.headers.set('content-security-policy', await policyWithHashes(pathname));
    return response;
  }
  const csp = policyWithNonce(randomBytes(16).toString('base64'));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', csp);
  headers.set('x-pathname', pathname + search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', csp);
  return response;
}

export const config = {
  matcher: ['/((?!api/|_next/|icon|favicon|.*\\.(?:svg|png|webp|woff2)$).*)'],
};
