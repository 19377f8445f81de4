import { configureApiClient } from '@vaktplan/api-client';
import { QueryClient } from '@tanstack/react-query';
import { accessToken } from '#auth-impl';
import { serverAddress } from './server-address';

/** For the few screens that ask the server directly (devices); all else comes from the phone's own store. */
export function createQueryClient(): QueryClient {
  pointApiClient();
  return new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 30_000 } } });
}

/** The generated client asks the server that is set now. */
export function pointApiClient(): void {
  configureApiClient({
    baseUrl: serverAddress.get(),
    token: async () => (await accessToken()) ?? undefined,
  });
}
