import { Icon, type IconName } from './icon';
import { ActivityIndicator, Pressable, StyleSheet, type PressableProps } from 'react-native';
import { Text } from './text';
import { useTheme } from './theme';
import { radius, space, target, type Palette } from './tokens';

type Look = 'primary' | 'secondary' | 'plain' | 'danger';
type Props = Omit<PressableProps, 'children' | 'style'> & {
  title: string;
  look?: Look;
  icon?: IconName;
  isBusy?: boolean;
  /** `big` is the one button of a screen. */
  size?: 'normal' | 'big';
};

const ink: Record<Look, keyof Palette> = {
  primary: 'primaryForeground',
  secondary: 'foreground',
  plain: 'primary',
  danger: 'danger',
};

export function Button({ title, look = 'primary', icon, isBusy = false, size = 'normal', ...rest }: Props) {
  const { color } = useTheme();
  const isOff = Boolean(rest.disabled) || isBusy;
  const back: Record<Look, [string, string]> = {
    primary: [color.primary, color.primaryPressed],
    secondary: [color.surface, color.surface2],
    plain: ['transparent', color.accent],
    danger: [color.dangerSoft, color.surface2],
  };
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={title}
      accessibilityState={{ disabled: isOff, busy: isBusy }}
      {...rest}
      disabled={isOff}
      style={({ pressed }) => [
        styles.button,
        size === 'big' && styles.big,
        { backgroundColor: back[look][pressed ? 1 : 0] },
        look === 'secondary' && { borderWidth: 1, borderColor: color.border },
        isOff && !isBusy && styles.off,
      ]}
    >
      {isBusy ? (
        <ActivityIndicator color={color[ink[look]]} />
      ) : (
        icon && <Icon name={icon} size={size === 'big' ? 26 : 20} color={color[ink[look]]} />
      )}
      <Text size="strong" tone={ink[look]} style={size === 'big' && styles.bigText}>
        {title}
      </Text>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  button: {
    minHeight: target,
    borderRadius: radius.md,
    paddingHorizontal: space.lg,
    paddingVertical: space.sm,
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'center',
    gap: space.sm,
  },
  big: { minHeight: 88, borderRadius: radius.xl },
  bigText: { fontSize: 22, lineHeight: 30 },
  off: { opacity: 0.5 },
});
