import { addNetworkStateListener } from 'expo-network';
import { useCallback, useEffect, useState } from 'react';
import { AppState } from 'react-native';
import { useAuth } from '@/auth/context';
import { registerDrain, unregisterDrain } from './background';
import { ownerOf, type Owner } from './outbox-row';
import { lastOwner, sendAll, stored, syncAll } from './runtime';
import { useLive } from './use-live';

/** What waits is looked at so often: pauses end, and taps that could be taken back are due. */
const TICK_MS = 2000;
/** A fetch without any other reason, should no signal have come. */
const FETCH_MS = 5 * 60_000;

/** Everything that may start a sync while the app is open. Mounted once, above the screens. */
export function useSync(): void {
  const { status, userId, organizationId } = useAuth();
  const owner = status === 'signed-in' && userId && organizationId ? ownerOf(organizationId, userId) : null;

  useEffect(() => {
    if (status === 'signed-out') {
      lastOwner.forget();
      void unregisterDrain();
    }
  }, [status]);

  useEffect(() => {
    void stored.open(owner);
    if (!owner) return;
    lastOwner.keep(owner);
    void registerDrain();
    const hurry = () => void syncAll(owner, true);
    hurry();
    const network = addNetworkStateListener(({ isConnected }) => {
      if (isConnected) hurry();
    });
    const app = AppState.addEventListener('change', (state) => {
      if (state === 'active') hurry();
    });
    const tick = setInterval(() => void sendDue(owner), TICK_MS);
    const fetch = setInterval(() => void syncAll(owner, false), FETCH_MS);
    return () => {
      network.remove();
      app.remove();
      clearInterval(tick);
      clearInterval(fetch);
    };
  }, [owner]);

  useLive(owner);
}

/** Costs nothing while nothing waits. */
async function sendDue(owner: Owner): Promise<void> {
  const waits = stored.get()?.rows.some(({ state }) => state === 'saved' || state === 'sending');
  if (!waits) return;
  const { confirmed } = await sendAll(owner);
  if (confirmed > 0) await syncAll(owner, false);
}

/** For pulling the list down. */
export function useSyncNow(): { syncNow: () => void; isSyncing: boolean } {
  const [isSyncing, setSyncing] = useState(false);
  const syncNow = useCallback(() => {
    const owner = stored.get()?.owner;
    if (!owner) return;
    setSyncing(true);
    void syncAll(owner, true).finally(() => setSyncing(false));
  }, []);
  return { syncNow, isSyncing };
}
