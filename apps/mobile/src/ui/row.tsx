import { Icon, type IconName } from './icon';
import { directionOf } from '@vaktplan/i18n/locales';
import { Platform, Pressable, StyleSheet, Switch, View } from 'react-native';
import { Text } from './text';
import { useTheme } from './theme';
import { radius, space, target } from './tokens';
import { useLanguage } from './words';

type RowProps = {
  title: string;
  detail?: string | null;
  icon?: IconName;
  testID?: string;
  /** Without it the row only tells something. */
  onPress?: () => void;
  /** `chosen` marks the one of a list that holds. */
  mark?: 'forward' | 'chosen' | 'none';
};

/** One line of a list. */
export function Row({ title, detail, icon, testID, onPress, mark = 'forward' }: RowProps) {
  const { color } = useTheme();
  const { locale } = useLanguage();
  const content = (
    <>
      {icon && <Icon name={icon} size={22} color={color.muted} />}
      <View style={styles.words}>
        <Text>{title}</Text>
        {detail ? (
          <Text size="small" tone="muted">
            {detail}
          </Text>
        ) : null}
      </View>
      {onPress && mark === 'forward' && (
        <Icon
          name={directionOf(locale) === 'rtl' ? 'chevron-back' : 'chevron-forward'}
          size={18}
          color={color.borderStrong}
        />
      )}
      {mark === 'chosen' && <Icon name="checkmark" size={22} color={color.primary} />}
    </>
  );
  if (!onPress)
    return (
      <View testID={testID} style={styles.row}>
        {content}
      </View>
    );
  return (
    <Pressable
      testID={testID}
      accessibilityRole="button"
      accessibilityState={{ selected: mark === 'chosen' }}
      onPress={onPress}
      style={({ pressed }) => [styles.row, pressed && { backgroundColor: color.surface2 }]}
    >
      {content}
    </Pressable>
  );
}

// react-native-web has a colour of its own for the thumb of what is on; the types do not know it
const webThumb = (activeThumbColor: string) => (Platform.OS === 'web' ? { activeThumbColor } : {});

type SwitchRowProps = {
  title: string;
  detail?: string;
  value: boolean;
  onChange: (value: boolean) => void;
  testID?: string;
};

export function SwitchRow({ title, detail, value, onChange, testID }: SwitchRowProps) {
  const { color } = useTheme();
  return (
    <View style={styles.row}>
      <View style={styles.words}>
        <Text>{title}</Text>
        {detail && (
          <Text size="small" tone="muted">
            {detail}
          </Text>
        )}
      </View>
      <Switch
        testID={testID}
        accessibilityLabel={title}
        value={value}
        onValueChange={onChange}
        trackColor={{ true: color.primary, false: color.borderStrong }}
        thumbColor={color.thumb}
        {...webThumb(color.thumb)}
      />
    </View>
  );
}

const styles = StyleSheet.create({
  row: {
    minHeight: target,
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.md,
    paddingVertical: space.xs,
    borderRadius: radius.sm,
  },
  words: { flex: 1, gap: 2 },
});
