import type { SyncItem } from '@vaktplan/contracts/http/sync';
import type { CreatePunch } from '@vaktplan/contracts/http/time-tracking';
import { lineItem, newsItem } from './server-items.fixture';

export type Punch = { id: string; kind: CreatePunch['kind']; at: number; sequence: number };
export type Person = {
  employeeId: string;
  /** In the order in which they came. */
  punches: Punch[];
  versions: Map<string, { version: number; shape: string }>;
  corrections: Map<string, { key: string; entryId: string | null; body: string; item: SyncItem }>;
  items: Map<string, SyncItem>;
  read: Map<string, number>;
  settings: Record<string, unknown>[];
  told: Map<string, Map<string, string>>;
};

export const inOrder = ({ punches }: Person) =>
  punches.toSorted((a, b) => a.at - b.at || a.sequence - b.sequence);

/** The hours that follow from the punches; an entry is named after its first punch. */
export function entriesOf(person: Person): SyncItem[] {
  const hours: { id: string; startMs: number; endMs: number | null }[] = [];
  for (const { id, kind, at } of inOrder(person)) {
    const open = hours.findLast(({ endMs }) => endMs === null);
    if (kind === 'in' && !open) hours.push({ id: entryIdOf(id), startMs: at, endMs: null });
    if (kind === 'out' && open) open.endMs = at;
  }
  const asked = new Map([...person.corrections.values()].map((one) => [one.entryId, one.item.id]));
  return hours.map((one) => {
    const correctionId = asked.get(one.id) ?? null;
    const shape = JSON.stringify([one, correctionId]);
    const before = person.versions.get(one.id);
    const version = before?.shape === shape ? before.version : (before?.version ?? 0) + 1;
    person.versions.set(one.id, { version, shape });
    return {
      kind: 'time_entry',
      id: one.id,
      item: lineItem(person.employeeId, { ...one, version, correctionId }),
    };
  });
}
export const entryIdOf = (punchId: string) => punchId.replace(/^.{8}/, '0000000e');
/** The entry that a moment lies in. */
export const entryHolding = (person: Person, at: number) =>
  entriesOf(person).find(
    ({ item }) =>
      'startedAt' in item &&
      Date.parse(item.startedAt) <= at &&
      (item.endedAt === null || Date.parse(item.endedAt) >= at),
  )?.id ?? null;

const newsOf = ({ items, read }: Person): SyncItem[] =>
  [...items.values()].map((one) =>
    one.kind === 'notification' && read.has(one.id)
      ? { ...one, item: newsItem(one.id, Date.parse(one.item.createdAt), read.get(one.id) ?? null) }
      : one,
  );
/** All that a phone of this person is to know. */
export const allOf = (person: Person): SyncItem[] => [
  ...newsOf(person),
  ...entriesOf(person),
  ...[...person.corrections.values()].map(({ item }) => item),
];
