import { useEffect, useState } from 'react';
import { ActivityIndicator, StyleSheet, View } from 'react-native';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { space } from '@/ui/tokens';
import { useWords } from '@/ui/words';

const SLOW_MS = 8_000;

/** While it is found out who is signed in; says so when that takes long, as it does when Clerk cannot be reached. */
export function Opening() {
  const { color } = useTheme();
  const t = useWords('signIn');
  const app = useWords('app');
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <View style={[styles.page, { backgroundColor: color.background }]}>
      <ActivityIndicator color={color.primary} accessibilityLabel={app('loading')} />
      {isSlow && <Text tone="muted">{t('slow')}</Text>}
    </View>
  );
}

const styles = StyleSheet.create({
  page: { flex: 1, alignItems: 'center', justifyContent: 'center', gap: space.lg, padding: space.xl },
});
