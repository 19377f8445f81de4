import Ionicons from '@expo/vector-icons/Ionicons';
import type { ColorValue } from 'react-native';

export type IconName = keyof typeof Ionicons.glyphMap;

/** A picture beside words that say the same: screen readers pass over it. */
export function Icon({ name, size = 20, color }: { name: IconName; size?: number; color: ColorValue }) {
  return (
    <Ionicons
      name={name}
      size={size}
      color={color}
      aria-hidden
      accessibilityElementsHidden
      importantForAccessibility="no"
    />
  );
}
