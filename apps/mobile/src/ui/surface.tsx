import { Icon, type IconName } from './icon';
import type { ReactNode } from 'react';
import {
  ActivityIndicator,
  RefreshControl,
  ScrollView,
  StyleSheet,
  View,
  type ViewProps,
} from 'react-native';
import { Text } from './text';
import { useTheme } from './theme';
import { radius, space, type Palette } from './tokens';
import { useWords } from './words';

type ScreenProps = {
  children: ReactNode;
  /** Pulling down asks for it anew. */
  onRefresh?: () => void;
  isRefreshing?: boolean;
};

/** A page that scrolls, as wide as reads well on a tablet. */
export function Screen({ children, onRefresh, isRefreshing = false }: ScreenProps) {
  const { color } = useTheme();
  return (
    <ScrollView
      style={{ backgroundColor: color.background }}
      contentContainerStyle={styles.screen}
      keyboardShouldPersistTaps="handled"
      refreshControl={
        onRefresh && (
          <RefreshControl refreshing={isRefreshing} onRefresh={onRefresh} tintColor={color.muted} />
        )
      }
    >
      {children}
    </ScrollView>
  );
}

/** `isList`: rows that bring their own distance. */
export function Card({ style, isList = false, ...rest }: ViewProps & { isList?: boolean }) {
  const { color } = useTheme();
  return (
    <View
      style={[
        styles.card,
        isList && styles.list,
        { backgroundColor: color.surface, borderColor: color.border },
        style,
      ]}
      {...rest}
    />
  );
}

const tones = {
  neutral: { back: 'surface2', ink: 'muted' },
  info: { back: 'accent', ink: 'accentForeground' },
  success: { back: 'successSoft', ink: 'success' },
  warning: { back: 'warningSoft', ink: 'warning' },
  danger: { back: 'dangerSoft', ink: 'danger' },
} as const satisfies Record<string, { back: keyof Palette; ink: keyof Palette }>;
export type Tone = keyof typeof tones;

type ToldProps = { tone?: Tone; icon?: IconName; children: string; testID?: string };

/** One or two words about the state of something. */
export function Badge({ tone = 'neutral', icon, children, testID }: ToldProps) {
  const { color } = useTheme();
  const { back, ink } = tones[tone];
  return (
    <View testID={testID} style={[styles.badge, { backgroundColor: color[back] }]}>
      {icon && <Icon name={icon} size={15} color={color[ink]} />}
      <Text size="label" tone={ink}>
        {children}
      </Text>
    </View>
  );
}

/** A sentence that matters now; read out when it comes. */
export function Banner({ tone = 'info', icon, children, testID }: ToldProps) {
  const { color } = useTheme();
  const { back, ink } = tones[tone];
  return (
    <View
      testID={testID}
      accessibilityRole="alert"
      accessibilityLiveRegion="polite"
      style={[styles.banner, { backgroundColor: color[back] }]}
    >
      {icon && <Icon name={icon} size={20} color={color[ink]} />}
      <Text tone={ink} style={styles.grow}>
        {children}
      </Text>
    </View>
  );
}

/** For the moment until the phone's own store was read. */
export function Loading() {
  const { color } = useTheme();
  const t = useWords('app');
  return (
    <Screen>
      <ActivityIndicator color={color.primary} accessibilityLabel={t('loading')} />
    </Screen>
  );
}

type EmptyProps = { icon: IconName; title: string; children?: string; testID?: string };

/** Nothing to list, and why that is fine or what to do. */
export function Empty({ icon, title, children, testID }: EmptyProps) {
  const { color } = useTheme();
  return (
    <View style={styles.empty} testID={testID}>
      <Icon name={icon} size={40} color={color.borderStrong} />
      <Text size="heading" style={styles.centred}>
        {title}
      </Text>
      {children && (
        <Text tone="muted" style={styles.centred}>
          {children}
        </Text>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  screen: { padding: space.lg, gap: space.lg, width: '100%', maxWidth: 640, alignSelf: 'center' },
  card: { borderRadius: radius.lg, borderWidth: 1, padding: space.lg, gap: space.sm },
  list: { gap: 0, paddingVertical: space.sm },
  badge: {
    flexDirection: 'row',
    alignItems: 'center',
    alignSelf: 'flex-start',
    gap: space.xs,
    borderRadius: radius.round,
    paddingHorizontal: space.md,
    paddingVertical: space.xs,
  },
  banner: {
    flexDirection: 'row',
    alignItems: 'flex-start',
    gap: space.sm,
    borderRadius: radius.md,
    padding: space.md,
  },
  empty: { alignItems: 'center', gap: space.sm, paddingVertical: space.xxl, paddingHorizontal: space.lg },
  centred: { textAlign: 'center' },
  grow: { flex: 1 },
});
