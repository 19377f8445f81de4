import { SyncChange, type SyncItem, type SyncKind } from '@vaktplan/contracts/http/sync';
import type { Owner } from './outbox-row';
import type { SyncStore } from './sync-store';

export type ItemOf<K extends SyncKind> = Extract<SyncItem, { kind: K }>['item'];

/** What is kept of a kind. What an older version of the app kept and this one cannot read is left out. */
export async function readItems<K extends SyncKind>(
  store: SyncStore,
  owner: Owner,
  kind: K,
): Promise<ItemOf<K>[]> {
  const kept = await store.items(owner, kind);
  return kept.flatMap((one) => {
    const change = SyncChange.safeParse(one);
    return change.success && change.data.kind === kind ? [(change.data as SyncItem).item as ItemOf<K>] : [];
  });
}
