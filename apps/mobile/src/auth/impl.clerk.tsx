import { ClerkProvider, getClerkInstance, useAuth as useClerk, useSignIn } from '@clerk/expo';
import { resourceCache } from '@clerk/expo/resource-cache';
import { tokenCache } from '@clerk/expo/token-cache';
import { useEffect, useMemo, type ReactNode } from 'react';
import { AuthContext } from './context';
import { SignInError, type AuthApi, type SignInProblem } from './types';

const publishableKey = process.env.EXPO_PUBLIC_CLERK_PUBLISHABLE_KEY ?? '';
/** The same for screens and for a start without any: whoever comes first makes the one instance of the process. */
const options = { publishableKey, tokenCache, __experimental_resourceCache: resourceCache };

let isShown = false;
let loading: Promise<void> | null = null;

/** Clerk's token, also with no screen; null when signed out or when Clerk cannot be reached. */
export async function accessToken(): Promise<string | null> {
  if (!publishableKey) return null;
  try {
    const clerk = getClerkInstance(options);
    // started by the system: there are no screens that would load it
    if (!clerk.loaded && !isShown) await (loading ??= clerk.load({ standardBrowser: false }));
    return (await clerk.session?.getToken()) ?? null;
  } catch {
    return null;
  } finally {
    loading = null;
  }
}

type Failure = { code?: string; status?: number } | null;

function problemOf(failure: NonNullable<Failure>, refusal: SignInProblem): SignInProblem {
  const { code, status } = failure;
  if (status === undefined) return code === 'network_error' ? 'offline' : 'server';
  if (status === 429) return 'too_many';
  return status >= 500 ? 'server' : refusal;
}

/** @throws SignInError */
function assertDone({ error }: { error: Failure }, refusal: SignInProblem = 'server'): void {
  if (error) throw new SignInError(problemOf(error, refusal));
}

/** Our API looks at the organisation in the token, and Clerk chooses none by itself. @throws SignInError */
async function enterOrganization(): Promise<void> {
  const clerk = getClerkInstance(options);
  if (clerk.session?.lastActiveOrganizationId) return;
  const organization = clerk.user?.organizationMemberships[0]?.organization.id;
  if (!organization) {
    await clerk.signOut();
    throw new SignInError('no_organization');
  }
  await clerk.setActive({ organization });
}

function Bridge({ children }: { children: ReactNode }) {
  const { isLoaded, isSignedIn, userId, orgId, signOut } = useClerk();
  const { signIn } = useSignIn();
  useEffect(() => {
    isShown = true;
  }, []);
  const auth = useMemo<AuthApi>(() => {
    const enter = async () => {
      assertDone(await signIn.finalize());
      await enterOrganization();
    };
    return {
      mode: 'clerk',
      status: !isLoaded ? 'loading' : isSignedIn ? 'signed-in' : 'signed-out',
      userId: userId ?? null,
      organizationId: orgId ?? null,
      expired: false,
      signIn: async (identifier, password) => {
        assertDone(await signIn.password({ identifier, password }), 'wrong');
        if (signIn.status === 'needs_second_factor') return 'code';
        if (signIn.status !== 'complete') throw new SignInError('server');
        await enter();
        return 'done';
      },
      enterCode: async (code) => {
        assertDone(await signIn.mfa.verifyTOTP({ code }), 'wrong_code');
        await enter();
      },
      signOut: () => signOut(),
    };
  }, [isLoaded, isSignedIn, userId, orgId, signOut, signIn]);
  return <AuthContext.Provider value={auth}>{children}</AuthContext.Provider>;
}

/** Sign-in through Clerk; what it needs is kept on the phone, so that the app opens without network. */
export function AuthProvider({ children }: { children: ReactNode }) {
  if (!publishableKey) throw new Error('A build for Clerk needs EXPO_PUBLIC_CLERK_PUBLISHABLE_KEY.');
  return (
    <ClerkProvider {...options} telemetry={false}>
      <Bridge>{children}</Bridge>
    </ClerkProvider>
  );
}
