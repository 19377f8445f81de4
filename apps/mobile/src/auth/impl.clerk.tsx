import { ClerkProvider, getClerkInstance, useAuth as useClerk, useSignIn } from '@clerk/expo';
import { resourceCache } from '@clerk/expo/resource-cache';
import { tokenCache } from '@clerk/expo/token-cache';
import { useMemo, type ReactNode } from 'react';
import { AuthContext } from './context';
import { SignInError, type AuthApi } from './types';

const publishableKey = process.env.EXPO_PUBLIC_CLERK_PUBLISHABLE_KEY;

/** Clerk's token, also with no screen; null when signed out or when Clerk cannot be reached. */
export async function accessToken(): Promise<string | null> {
  try {
    const clerk = getClerkInstance(publishableKey ? { publishableKey } : undefined);
    return (await clerk?.session?.getToken()) ?? null;
  } catch {
    return null;
  }
}

function Bridge({ children }: { children: ReactNode }) {
  const { isLoaded, isSignedIn, userId, orgId, signOut } = useClerk();
  const { signIn } = useSignIn();
  const auth = useMemo<AuthApi>(
    () => ({
      mode: 'clerk',
      status: !isLoaded ? 'loading' : isSignedIn ? 'signed-in' : 'signed-out',
      userId: userId ?? null,
      organizationId: orgId ?? null,
      expired: false,
      signIn: async (identifier, password) => {
        const { error } = await signIn.password({ identifier, password });
        if (error) throw new SignInError(/network/i.test(error.message) ? 'offline' : 'wrong');
        if (signIn.status === 'needs_second_factor') return 'code';
        await signIn.finalize();
        return 'done';
      },
      enterCode: async (code) => {
        const { error } = await signIn.mfa.verifyTOTP({ code });
        if (error) throw new SignInError('wrong_code');
        await signIn.finalize();
      },
      signOut: () => signOut(),
    }),
    [isLoaded, isSignedIn, userId, orgId, signOut, signIn],
  );
  return <AuthContext.Provider value={auth}>{children}</AuthContext.Provider>;
}

/** Sign-in through Clerk; what it needs is kept on the phone, so that the app opens without network. */
export function AuthProvider({ children }: { children: ReactNode }) {
  if (!publishableKey) throw new Error('A build for Clerk needs EXPO_PUBLIC_CLERK_PUBLISHABLE_KEY.');
  return (
    <ClerkProvider
      publishableKey={publishableKey}
      tokenCache={tokenCache}
      __experimental_resourceCache={resourceCache}
    >
      <Bridge>{children}</Bridge>
    </ClerkProvider>
  );
}
