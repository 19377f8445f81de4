import { useId } from 'react';
import { View } from 'react-native';
import { Text } from './text';
import { useTheme } from './theme';
import { radius, space, target } from './tokens';
import type { WhenFieldProps } from './when-field.types';

/** The browser's own field for a date or a time: typed, or chosen from its calendar, in the browser's language. */
export function WhenField({ label, value, mode, onChange, onEnd, hint, testID }: WhenFieldProps) {
  const { color, isDark } = useTheme();
  const hintId = useId();
  return (
    <View style={{ gap: space.xs }}>
      <Text size="label">{label}</Text>
      <input
        type={mode}
        aria-label={label}
        aria-describedby={hint ? hintId : undefined}
        data-testid={testID}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={(event) => onEnd?.(event.target.value)}
        style={{
          boxSizing: 'border-box',
          width: '100%',
          minHeight: target,
          padding: `${space.sm}px ${space.md}px`,
          fontSize: 16,
          // that of all other texts, which a field does not take over by itself
          fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
          color: color.foreground,
          backgroundColor: color.surface,
          border: `1px solid ${color.borderStrong}`,
          borderRadius: radius.md,
          // the little calendar and its panel follow it
          colorScheme: isDark ? 'dark' : 'light',
        }}
      />
      {hint && (
        <Text size="small" tone="muted" nativeID={hintId} accessibilityLiveRegion="polite">
          {hint}
        </Text>
      )}
    </View>
  );
}
