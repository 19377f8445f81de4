import { expect, test } from 'vitest';
import { hueOfColor } from './color';

test.each([
  ['#ff0000', 29],
  ['#00ff00', 142],
  ['#0000ff', 264],
])('the hue of %s', (color, hue) => expect(hueOfColor(color)).toBe(hue));

test.each(['#888888', '#000000', 'blue', undefined])('%s has none of its own', (color) =>
  expect(hueOfColor(color)).toBe(264),
);
