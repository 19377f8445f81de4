import type { PublishPreview } from '@vaktplan/contracts/http/schedules';

export type PersonChanges = PublishPreview['people'][number];
export type ChangeKind = PersonChanges['changes'][number]['kind'];

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Names that contain the text, whatever case and accents. */
export const namedLike = <T extends { name: string }>(all: readonly T[], text: string): readonly T[] => {
  const wanted = plain(text.trim());
  return wanted === '' ? all : all.filter(({ name }) => plain(name).includes(wanted));
};

/** Of those whose view changes the ones so named, each with the changes of that kind. */
export function narrowed(
  people: readonly PersonChanges[],
  text: string,
  kind: ChangeKind | 'all',
): readonly PersonChanges[] {
  const named = namedLike(people, text);
  if (kind === 'all') return named;
  return named
    .map((person) => ({ ...person, changes: person.changes.filter((change) => change.kind === kind) }))
    .filter((person) => person.changes.length > 0);
}

/** How many changes of each kind. */
export function tallyOf({ changes }: PersonChanges): Record<ChangeKind, number> {
  const tally = { added: 0, changed: 0, removed: 0 };
  for (const { kind } of changes) tally[kind] += 1;
  return tally;
}
