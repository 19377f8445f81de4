import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { AuthContext } from '@/auth/context';
import type { AuthApi } from '@/auth/types';
import { ThemeProvider } from '@/ui/theme';
import { WordsProvider } from '@/ui/words';

const signedOut: AuthApi = {
  mode: 'local',
  status: 'signed-out',
  userId: null,
  organizationId: null,
  expired: false,
  signIn: async () => 'done',
  sendCode: async () => undefined,
  enterCode: async () => undefined,
  signOut: async () => undefined,
};

/** What a screen finds above it in the app. */
export function AppFrame({ children, auth }: { children: ReactNode; auth?: Partial<AuthApi> }) {
  // timers of the cache would keep Jest waiting
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { gcTime: Infinity, retry: false } } }),
  );
  return (
    <ThemeProvider>
      <WordsProvider>
        <QueryClientProvider client={client}>
          <AuthContext.Provider value={{ ...signedOut, ...auth }}>{children}</AuthContext.Provider>
        </QueryClientProvider>
      </WordsProvider>
    </ThemeProvider>
  );
}
