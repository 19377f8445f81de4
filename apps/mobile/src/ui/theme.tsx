import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useColorScheme } from 'react-native';
import { kv } from '@/platform/kv';
import { palettes, type Palette } from './tokens';

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];
type Theme = {
  color: Palette;
  isDark: boolean;
  appearance: Appearance;
  choose(appearance: Appearance): void;
};

const KEY = 'appearance';
const ThemeContext = createContext<Theme | null>(null);

const chosen = (): Appearance => APPEARANCES.find((appearance) => appearance === kv.get(KEY)) ?? 'system';

/** Light or dark: as the phone, or as chosen in the settings. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const system = useColorScheme();
  const [appearance, setAppearance] = useState(chosen);
  const choose = useCallback((next: Appearance) => {
    kv.set(KEY, next);
    setAppearance(next);
  }, []);
  const isDark = appearance === 'system' ? system === 'dark' : appearance === 'dark';
  const theme = useMemo<Theme>(
    () => ({ color: isDark ? palettes.dark : palettes.light, isDark, appearance, choose }),
    [isDark, appearance, choose],
  );
  return <ThemeContext.Provider value={theme}>{children}</ThemeContext.Provider>;
}

export function useTheme(): Theme {
  const theme = useContext(ThemeContext);
  if (!theme) throw new Error('useTheme needs a ThemeProvider above it');
  return theme;
}
