import { SyncChange, type SyncItem, type SyncKind } from '@vaktplan/contracts/http/sync';
import type { Owner } from './outbox-row';
import type { SyncStore } from './sync-store';

export type ItemOf<K extends SyncKind> = Extract<SyncItem, { kind: K }>['item'];

/** What is kept of a kind. `onUnreadable` hears of each that only another version of the app can read. */
export async function readItems<K extends SyncKind>(
  store: SyncStore,
  owner: Owner,
  kind: K,
  onUnreadable: () => void = () => undefined,
): Promise<ItemOf<K>[]> {
  const kept = await store.items(owner, kind);
  return kept.flatMap((one) => {
    const change = SyncChange.safeParse(one);
    if (change.success && change.data.kind === kind) return [(change.data as SyncItem).item as ItemOf<K>];
    onUnreadable();
    return [];
  });
}
