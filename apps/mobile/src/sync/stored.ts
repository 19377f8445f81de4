import type { Owner } from './outbox-row';
import { loadSnapshot, type Snapshot } from './snapshot';
import type { SyncStore } from './sync-store';

/**
 * What screens show: the newest snapshot of one person, read again after each change. Reads while one is under way are
 * one read more, however many ask.
 */
export function createStored(store: SyncStore, onError: (error: unknown) => void) {
  let owner: Owner | null = null;
  let snapshot: Snapshot | null = null;
  let reading = false;
  let isStale = false;
  const listeners = new Set<() => void>();
  const show = (next: Snapshot | null) => {
    snapshot = next;
    for (const listener of listeners) listener();
  };

  async function read(): Promise<void> {
    if (reading) {
      isStale = true;
      return;
    }
    reading = true;
    try {
      do {
        isStale = false;
        const whose = owner;
        const next = whose === null ? null : await loadSnapshot(store, whose);
        // somebody else may have signed in meanwhile
        if (whose === owner) show(next);
        else isStale = true;
      } while (isStale);
    } catch (error) {
      onError(error);
    } finally {
      reading = false;
    }
  }

  return {
    get: (): Snapshot | null => snapshot,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** From now on this person's; null: nobody's. What was shown goes at once. */
    async open(next: Owner | null): Promise<void> {
      if (next !== owner) {
        owner = next;
        show(null);
      }
      await read();
    },
    /** Something of this owner has changed. */
    async changed(whose: Owner): Promise<void> {
      if (whose === owner) await read();
    },
  };
}
