import { directionOf } from '@vaktplan/i18n/locales';
import { useEffect, type ReactNode } from 'react';
import { View, type ViewProps } from 'react-native';
import { turnDirection } from '@/platform/direction';

/** react-native-web takes the direction from the nearest view that has one; its types do not know that. */
export function DirectionRoot({ children, locale }: { children: ReactNode; locale: string }) {
  const direction = directionOf(locale);
  useEffect(() => {
    document.documentElement.lang = locale;
    turnDirection(direction);
  }, [locale, direction]);
  const web: ViewProps & { dir: string; lang: string } = { dir: direction, lang: locale, style: { flex: 1 } };
  return <View {...web}>{children}</View>;
}
