import { describe, expect, test } from 'vitest';
import { staying, type Rejudged, type Standing } from './rejudge.rules.ts';

const was = (id: string, from: number, to: number | null, rest: Partial<Standing> = {}): Standing => ({
  id,
  approved: false,
  edited: false,
  computed: true,
  countedStart: from,
  countedEnd: to,
  minutes: to === null ? 0 : to - from,
  ...rest,
});
const is = (id: string, from: number, to: number | null): Rejudged => ({
  id,
  countedStart: from,
  countedEnd: to,
  workedMinutes: to === null ? null : to - from,
});
const approved = { approved: true };
const edited = { edited: true };

describe('what a changed plan leaves as it is', () => {
  test.each<[string, Standing[], Rejudged[], string[]]>([
    ['nothing that nobody decided about', [was('a', 1, 9)], [is('a', 0, 8)], []],
    [
      'what is approved',
      [was('a', 1, 9, approved), was('b', 10, 19)],
      [is('a', 0, 8), is('b', 10, 18)],
      ['a'],
    ],
    ['entered times that would count otherwise', [was('a', 1, 9, edited)], [is('a', 0, 9)], ['a']],
    ['not entered times that count the same', [was('a', 1, 9, edited)], [is('a', 1, 9)], []],
    [
      'entered times whose breaks would count otherwise',
      [was('a', 1, 9, { ...edited, minutes: 7 })],
      [is('a', 1, 9)],
      ['a'],
    ],
    ['what no punch made', [was('a', 1, 9, { computed: false })], [], ['a']],
    [
      'a minute that counts already',
      [was('a', 1, 9, approved), was('b', 9, 19)],
      [is('a', 1, 8), is('b', 8, 19)],
      ['a', 'b'],
    ],
    [
      'and so what is beside that',
      [was('a', 1, 9, approved), was('b', 9, 19), was('c', 19, 29)],
      [is('a', 1, 8), is('b', 8, 18), is('c', 18, 29)],
      ['a', 'b', 'c'],
    ],
    [
      'nor anything new into approved time',
      [was('a', 1, 9, approved)],
      [is('a', 1, 5), is('new', 5, 9)],
      ['a', 'new'],
    ],
    [
      'who is at work now may come to a shift',
      [was('a', 1, 9, approved), was('b', 9, null)],
      [is('a', 1, 9), is('b', 10, null)],
      ['a'],
    ],
    [
      'who came while approved time still counts',
      [was('a', 1, 9, approved), was('b', 9, null)],
      [is('a', 1, 8), is('b', 8, null)],
      ['a', 'b'],
    ],
  ])('%s', (_, standing, rejudged, ids) => {
    expect([...staying(standing, rejudged)]).toEqual(ids);
  });
});
