import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { expect, test } from 'vitest';
import { marksOf } from './seen-shifts';

const shift = (id: string, publishedVersion: number | null) => ({ id, publishedVersion }) as ShiftView;

test('a first visit marks nothing', () => expect(marksOf([shift('a', 3)], null).size).toBe(0));

test('new, changed and known', () =>
  expect([...marksOf([shift('a', 3), shift('b', 2), shift('c', 1)], { b: 1, c: 1 })]).toEqual([
    ['a', 'new'],
    ['b', 'changed'],
  ]));

test('an unpublished one is never called changed', () =>
  expect(marksOf([shift('a', null)], { a: 1 }).size).toBe(0));
