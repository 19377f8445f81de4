import { describe, expect, test } from 'vitest';
import { palettes, type Palette } from './tokens';

/** What stands on what, as the components put it. */
const TEXTS: [ink: keyof Palette, back: keyof Palette][] = [
  ...(['background', 'surface', 'surface2'] as const).flatMap((back): [keyof Palette, keyof Palette][] => [
    ['foreground', back],
    ['muted', back],
    ['primary', back],
  ]),
  ['danger', 'background'],
  ['danger', 'surface'],
  ['primaryForeground', 'primary'],
  ['primaryForeground', 'primaryPressed'],
  ['accentForeground', 'accent'],
  ['primary', 'accent'],
  ['danger', 'dangerSoft'],
  ['danger', 'surface2'],
  ['dangerForeground', 'danger'],
  ['warning', 'warningSoft'],
  ['success', 'successSoft'],
];
/** Edges of fields, and pictures that say something. */
const PICTURES: [ink: keyof Palette, back: keyof Palette][] = [
  ['borderStrong', 'surface'],
  ['borderStrong', 'background'],
  ['primary', 'background'],
];

/** By WCAG 2.2, 1 to 21. */
function contrast(ink: string, back: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 0, dark = 0] = [luminance(ink), luminance(back)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const palette = palettes[theme];
  test.each(TEXTS)('%s can be read on %s', (ink, back) => {
    expect(contrast(palette[ink], palette[back])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(PICTURES)('%s can be seen on %s', (ink, back) => {
    expect(contrast(palette[ink], palette[back])).toBeGreaterThanOrEqual(3);
  });
});
