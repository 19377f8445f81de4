import { ClerkProvider, getClerkInstance, useAuth as useClerk, useSignIn } from '@clerk/expo';
import { resourceCache } from '@clerk/expo/resource-cache';
import { tokenCache } from '@clerk/expo/token-cache';
import { useEffect, useMemo, type ReactNode } from 'react';
import { assertDone, refusalOf } from './clerk-problems';
import { waysOf } from './clerk-ways';
import { AuthContext } from './context';
import { SignInError, type AuthApi } from './types';

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

const VERIFY = {
  app: 'verifyTOTP',
  sms: 'verifyPhoneCode',
  email: 'verifyEmailCode',
  backup: 'verifyBackupCode',
} as const;

function Bridge({ children }: { children: ReactNode }) {
  const { isLoaded, isSignedIn, userId, orgId, signOut } = useClerk();
  const { signIn } = useSignIn();
  useEffect(() => {
    isShown = true;
  }, []);
  const auth = useMemo<AuthApi>(() => {
    const enter = async () => {
      if (signIn.status !== 'complete') throw new SignInError('elsewhere');
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
        // the second: a phone that Clerk has not seen yet, of somebody without a second factor
        if (signIn.status === 'needs_second_factor' || signIn.status === 'needs_client_trust') {
          return waysOf(signIn.supportedSecondFactors);
        }
        await enter();
        return 'done';
      },
      sendCode: async (kind) =>
        assertDone(await signIn.mfa[kind === 'sms' ? 'sendPhoneCode' : 'sendEmailCode']()),
      enterCode: async (kind, code) => {
        assertDone(await signIn.mfa[VERIFY[kind]]({ code }), refusalOf(kind));
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
