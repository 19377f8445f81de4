'use client';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { use, useState, type ReactNode } from 'react';
import { ApiProblem } from '@/lib/problem';
import { isSessionEnded, leaveForSignIn } from '@/lib/session-ended';
import { temporalReady } from '@/lib/temporal';

const worthAnotherTry = (error: unknown) =>
  error instanceof ApiProblem && (error.code === 'offline' || error.status >= 502 || error.status === 429);

const makeClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isSessionEnded(error) && leaveForSignIn() }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && worthAnotherTry(error),
        retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
      },
    },
  });

/** What every signed-in page stands on. */
export function Providers({ children }: { children: ReactNode }) {
  if (temporalReady) use(temporalReady);
  const [client] = useState(makeClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
