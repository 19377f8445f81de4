import { useState, type Ref } from 'react';
import { StyleSheet, TextInput, View, type TextInputProps } from 'react-native';
import { Text } from './text';
import { useTheme } from './theme';
import { radius, space, target } from './tokens';

type Props = Omit<TextInputProps, 'style'> & {
  label: string;
  hint?: string;
  error?: string | null;
  ref?: Ref<TextInput>;
};

/** A labelled text field; its error is read out when it comes. */
export function Field({ label, hint, error, ...input }: Props) {
  const { color } = useTheme();
  const [hasFocus, setHasFocus] = useState(false);
  const edge = error ? color.danger : hasFocus ? color.primary : color.borderStrong;
  return (
    <View style={styles.field}>
      <Text size="label">{label}</Text>
      <TextInput
        accessibilityLabel={label}
        {...((error || hint) && { accessibilityHint: error ?? hint })}
        placeholderTextColor={color.muted}
        {...input}
        onFocus={(event) => {
          setHasFocus(true);
          input.onFocus?.(event);
        }}
        onBlur={(event) => {
          setHasFocus(false);
          input.onBlur?.(event);
        }}
        style={[
          styles.input,
          { color: color.foreground, backgroundColor: color.surface, borderColor: edge },
          input.multiline && styles.tall,
        ]}
      />
      {(error ?? hint) && (
        <Text size="small" tone={error ? 'danger' : 'muted'} accessibilityLiveRegion="polite">
          {error ?? hint}
        </Text>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  field: { gap: space.xs },
  input: {
    minHeight: target,
    borderWidth: 1,
    borderRadius: radius.md,
    paddingHorizontal: space.md,
    paddingVertical: space.sm,
    fontSize: 16,
  },
  tall: { minHeight: 96, textAlignVertical: 'top' },
});
