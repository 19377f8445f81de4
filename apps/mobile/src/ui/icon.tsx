import Ionicons from '@expo/vector-icons/Ionicons';
import { directionOf } from '@vaktplan/i18n/locales';
import type { ColorValue } from 'react-native';
import { useLanguage } from './words';

export type IconName = keyof typeof Ionicons.glyphMap;

/** Their arrow goes the way one reads. */
const MIRRORED = new Set<IconName>([
  'log-in-outline',
  'log-out-outline',
  'arrow-undo-outline',
  'play-outline',
]);

/** A picture beside words that say the same: screen readers pass over it. */
export function Icon({ name, size = 20, color }: { name: IconName; size?: number; color: ColorValue }) {
  const { locale } = useLanguage();
  const isTurned = MIRRORED.has(name) && directionOf(locale) === 'rtl';
  return (
    <Ionicons
      name={name}
      size={size}
      color={color}
      {...(isTurned && { style: { transform: [{ scaleX: -1 }] } })}
      aria-hidden
      accessibilityElementsHidden
      importantForAccessibility="no"
    />
  );
}
