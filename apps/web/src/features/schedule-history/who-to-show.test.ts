import { expect, test } from 'vitest';
import { whoToShow } from './who-to-show';

const people = ['ann', 'bo', 'cid', 'dan'].map((id) => ({ id }));
const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);

test('it begins with somebody for whom there is something to see, rather their own', () => {
  const open = { employeeId: 'bo', own: false };
  const { first, seen, others } = whoToShow(people, [{ employeeId: 'cid', own: true }, open]);
  expect([first, idsOf(seen), idsOf(others)]).toEqual(['cid', ['bo', 'cid'], ['ann', 'dan']]);
  expect(whoToShow(people, [open]).first).toBe('bo');
});

test('nobody, where nothing was published or only for people who are not here any more', () => {
  expect(whoToShow(people, []).first).toBeUndefined();
  expect(whoToShow(people, [{ employeeId: 'gone', own: true }]).first).toBeUndefined();
});
