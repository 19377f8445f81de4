import { expect, test } from 'vitest';
import { namedLike, narrowed, tallyOf, type ChangeKind, type PersonChanges } from './narrowed-changes';

const person = (name: string, ...kinds: ChangeKind[]): PersonChanges => ({
  employeeId: name,
  name,
  changes: kinds.map((kind, i) => ({ shiftId: `${name}${i}`, kind, before: null, after: null, words: '' })),
});
const people = [
  person('Ida Sommer', 'added', 'added', 'removed'),
  person('Åse Holm', 'changed'),
  person('Bo Krogh', 'removed'),
];
const names = (all: readonly { name: string }[]) => all.map(({ name }) => name);

test('people are found by a part of their name, whatever case and accents', () => {
  expect(names(namedLike(people, '  ase '))).toEqual(['Åse Holm']);
  expect(names(namedLike(people, ''))).toEqual(['Ida Sommer', 'Åse Holm', 'Bo Krogh']);
});

test('of one kind of change only those who have it are left, and only that of theirs', () => {
  const removed = narrowed(people, '', 'removed');
  expect(names(removed)).toEqual(['Ida Sommer', 'Bo Krogh']);
  expect(removed[0]?.changes).toHaveLength(1);
  expect(names(narrowed(people, 'bo', 'removed'))).toEqual(['Bo Krogh']);
  expect(narrowed(people, 'bo', 'added')).toEqual([]);
});

test('a person’s changes are counted by kind', () => {
  expect(tallyOf(people[0]!)).toEqual({ added: 2, changed: 0, removed: 1 });
});
