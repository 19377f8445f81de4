import { expect, test } from 'vitest';
import { markAt, nearest, placesOf, stopsOf } from './marks';

const at = (...minutes: number[]) =>
  minutes.map((minute) => ({ at: new Date(minute * 60_000).toISOString() }));

test('marks lie by time, close ones still apart, the ends at the ends', () => {
  expect(placesOf(at(0))).toEqual([50]);
  const places = placesOf(at(0, 1, 600, 1000));
  expect(places[0]).toBe(0);
  expect(places.at(-1)).toBeCloseTo(100);
  for (const [i, place] of places.entries())
    if (i > 0) expect(place - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(4);
  const many = placesOf(at(...Array.from({ length: 60 }, (_, i) => i)));
  expect(many.at(-1)).toBeCloseTo(100);
});

test('an instant belongs to the newest mark until then', () => {
  const marks = at(10, 20, 30);
  expect([0, 10, 19, 30, 99].map((minute) => markAt(marks, minute * 60_000))).toEqual([-1, 0, 0, 2, 2]);
});

test('a slider stands before everything or at a mark, never between', () => {
  const stops = stopsOf(at(0, 500, 1000));
  expect(stops.map(Math.round)).toEqual([0, 6, 53, 100]);
  expect([0, 4, 29, 30, 99].map((place) => nearest(stops, place))).toEqual([0, 1, 1, 2, 3]);
});
