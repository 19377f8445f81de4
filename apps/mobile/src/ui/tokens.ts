/** The web app's palette (apps/web/src/app/globals.css) as a phone can use it. */
const light = {
  background: '#f8f9fb',
  surface: '#ffffff',
  surface2: '#f2f3f7',
  border: '#dfe2e7',
  borderStrong: '#8c919b',
  foreground: '#161c26',
  muted: '#565c68',
  primary: '#3351c9',
  primaryPressed: '#2841b5',
  primaryForeground: '#fbfcfe',
  accent: '#eaeffe',
  accentForeground: '#243ca0',
  danger: '#b71e1f',
  dangerSoft: '#fdeceb',
  dangerForeground: '#fefbfb',
  warning: '#8d5400',
  warningSoft: '#fdf3e1',
  warningForeground: '#fdfbfa',
  success: '#067246',
  successSoft: '#e5f6ec',
  successForeground: '#fafcfb',
  thumb: '#ffffff',
  overlay: 'rgba(17, 22, 31, 0.42)',
};
const dark: typeof light = {
  background: '#0d0f13',
  surface: '#15171c',
  surface2: '#1e2127',
  border: '#2c3037',
  borderStrong: '#676c75',
  foreground: '#eceef1',
  muted: '#a1a6b0',
  primary: '#87a5fa',
  primaryPressed: '#9cb8ff',
  primaryForeground: '#0c1222',
  accent: '#212a41',
  accentForeground: '#c1d4ff',
  danger: '#fa7f79',
  dangerSoft: '#3a1f20',
  dangerForeground: '#230c0b',
  warning: '#eeb957',
  warningSoft: '#352a15',
  warningForeground: '#1f1401',
  success: '#5fd094',
  successSoft: '#16301f',
  successForeground: '#02190d',
  thumb: '#ffffff',
  overlay: 'rgba(1, 2, 3, 0.62)',
};

export type Palette = typeof light;
export const palettes = { light, dark };

/** Distances and sizes in points. A thing to be tapped is at least `target` high. */
export const space = { xs: 4, sm: 8, md: 12, lg: 16, xl: 24, xxl: 32 } as const;
export const radius = { sm: 8, md: 12, lg: 16, xl: 24, round: 999 } as const;
export const target = 48;
