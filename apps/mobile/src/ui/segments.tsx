import { Pressable, StyleSheet, View } from 'react-native';
import { Text } from './text';
import { useTheme } from './theme';
import { radius, space, target } from './tokens';

type Props<K extends string> = {
  choices: readonly { key: K; title: string }[];
  /** Null: none yet. */
  chosen: K | null;
  onChoose: (key: K) => void;
};

/** Two or three ways to see the same, one of them chosen. */
export function Segments<K extends string>({ choices, chosen, onChoose }: Props<K>) {
  const { color } = useTheme();
  return (
    <View accessibilityRole="tablist" style={[styles.bar, { backgroundColor: color.surface2 }]}>
      {choices.map(({ key, title }) => (
        <Pressable
          key={key}
          accessibilityRole="tab"
          accessibilityState={{ selected: key === chosen }}
          accessibilityLabel={title}
          testID={`segment-${key}`}
          onPress={() => onChoose(key)}
          style={[styles.segment, key === chosen && { backgroundColor: color.surface }]}
        >
          <Text size="label" tone={key === chosen ? 'foreground' : 'muted'}>
            {title}
          </Text>
        </Pressable>
      ))}
    </View>
  );
}

const styles = StyleSheet.create({
  bar: { flexDirection: 'row', borderRadius: radius.md, padding: space.xs, gap: space.xs },
  segment: {
    flex: 1,
    minHeight: target - space.sm,
    borderRadius: radius.sm,
    alignItems: 'center',
    justifyContent: 'center',
  },
});
