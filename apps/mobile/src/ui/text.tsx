import { directionOf } from '@vaktplan/i18n/locales';
import { Platform, Text as NativeText, type TextProps } from 'react-native';
import { useTheme } from './theme';
import type { Palette } from './tokens';
import { useLanguage } from './words';

const sizes = {
  display: { fontSize: 34, lineHeight: 42, fontWeight: '700' },
  title: { fontSize: 22, lineHeight: 28, fontWeight: '700' },
  heading: { fontSize: 18, lineHeight: 24, fontWeight: '600' },
  body: { fontSize: 16, lineHeight: 23, fontWeight: '400' },
  strong: { fontSize: 16, lineHeight: 23, fontWeight: '600' },
  small: { fontSize: 14, lineHeight: 20, fontWeight: '400' },
  label: { fontSize: 14, lineHeight: 20, fontWeight: '600' },
} as const;

type Props = TextProps & {
  /** How big; `display`, `title` and `heading` are headings to a screen reader too. */
  size?: keyof typeof sizes;
  tone?: keyof Palette;
};

/** Words on the screen; they grow with the phone's text size. */
export function Text({ size = 'body', tone = 'foreground', style, ...rest }: Props) {
  const { color } = useTheme();
  const { locale } = useLanguage();
  const isHeading = size === 'display' || size === 'title' || size === 'heading';
  return (
    <NativeText
      {...(isHeading && { accessibilityRole: 'header' as const })}
      style={[sizes[size], { color: color[tone], textAlign: sideOf(locale) }, style]}
      {...rest}
    />
  );
}

// on the web every text would go by its own first letter: an English name in an Arabic list to the other side
const sideOf = (locale: string): 'auto' | 'left' | 'right' =>
  Platform.OS !== 'web' ? 'auto' : directionOf(locale) === 'rtl' ? 'right' : 'left';
