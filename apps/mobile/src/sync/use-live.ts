import { RealtimeTicket } from '@vaktplan/contracts/http/me';
import { useEffect } from 'react';
import { api } from '@/platform/api';
import { followLive } from './live';
import type { Owner } from './outbox-row';
import { syncAll } from './runtime';

/** While the app is open, the server says when to look again. */
export function useLive(owner: Owner | null): void {
  useEffect(
    () => (owner ? followLive({ askForTicket, look: () => syncAll(owner, false) }) : undefined),
    [owner],
  );
}

async function askForTicket(): Promise<RealtimeTicket | null> {
  try {
    const { body } = await api.request('POST', '/api/v1/realtime/ticket');
    return RealtimeTicket.safeParse(body).data ?? null;
  } catch {
    return null;
  }
}
