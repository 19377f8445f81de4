import { expect, test } from 'vitest';
import { instantAt, knotsOf, markAt, placeAt, placesOf } from './marks';

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

test('the slider stands at any instant, from before the first mark to now', () => {
  const minute = 60_000;
  const marks = at(0, 500, 1000);
  const knots = knotsOf(marks, 2000 * minute);
  expect(knots.map(({ place }) => Math.round(place))).toEqual([0, 6, 50, 94, 100]);
  for (const mark of marks)
    expect(instantAt(knots, placeAt(knots, Date.parse(mark.at)))).toBe(Date.parse(mark.at));
  // half-way between two publications is half-way in time
  expect(placeAt(knots, 250 * minute)).toBeCloseTo(28);
  expect(instantAt(knots, 28)).toBe(250 * minute);
  expect(markAt(marks, instantAt(knots, 28))).toBe(0);
  expect(markAt(marks, instantAt(knots, 0))).toBe(-1);
  expect(instantAt(knots, 100)).toBe(2000 * minute);
  expect(placeAt(knots, 9000 * minute)).toBe(100);
});

test('a single publication, seconds ago, still has a before and a now', () => {
  const knots = knotsOf(at(10), 10 * 60_000);
  expect(knots[0]?.at).toBeLessThan(10 * 60_000);
  expect(instantAt(knots, placeAt(knots, 10 * 60_000))).toBe(10 * 60_000);
});
