import { createHash } from 'node:crypto';
import { SyncKind, type SyncChange, type SyncItem } from '@vaktplan/contracts/http/sync';

/** Of each item, by `kind:id`, what it looked like when its reader was told of it. */
export type Held = Readonly<Record<string, string>>;

const fingerprint = (item: SyncItem): string =>
  createHash('sha256').update(JSON.stringify(item.item)).digest('base64url').slice(0, 12);

const tombstone = (key: string): SyncChange | undefined => {
  const [kind, id] = key.split(':');
  const of = SyncKind.safeParse(kind);
  return of.success && id ? { kind: 'tombstone', of: of.data, id } : undefined;
};

/**
 * What to tell a reader who holds `held`, so that they have exactly `items`: first what is gone, then what is new or
 * otherwise, `limit` changes at most. `told` is what they hold after it; `more`: there are further changes.
 */
export function differenceOf(
  held: Held,
  items: readonly SyncItem[],
  limit: number,
): { changes: SyncChange[]; told: Held; more: boolean } {
  const told = new Map(Object.entries(held));
  const changes: SyncChange[] = [];
  const wanted = new Map(items.map((item) => [`${item.kind}:${item.id}`, item]));
  for (const key of Object.keys(held)) {
    if (wanted.has(key)) continue;
    if (changes.length === limit) return { changes, told: Object.fromEntries(told), more: true };
    told.delete(key);
    const gone = tombstone(key);
    if (gone) changes.push(gone);
  }
  for (const [key, item] of wanted) {
    const now = fingerprint(item);
    if (told.get(key) === now) continue;
    if (changes.length === limit) return { changes, told: Object.fromEntries(told), more: true };
    told.set(key, now);
    changes.push(item);
  }
  return { changes, told: Object.fromEntries(told), more: false };
}
