import { keep, preference } from '@/lib/cookies';

export type Theme = 'light' | 'dark' | 'system';

export const asTheme = (value: string | undefined): Theme =>
  value === 'light' || value === 'dark' ? value : 'system';

/** Shows the theme at once and keeps it. `system` follows the device. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') {
    delete root.dataset.theme;
    keep(preference.theme, undefined);
  } else {
    root.dataset.theme = theme;
    keep(preference.theme, theme);
  }
}
