import { Icon } from '@/ui/icon';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { AppState, StyleSheet, View } from 'react-native';
import { useAuth } from '@/auth/context';
import { leaveAccount } from '@/features/me/leave-account';
import { unlock } from '@/platform/biometrics';
import { useStored } from '@/sync/use-stored';
import { Button } from '@/ui/button';
import { Text } from '@/ui/text';
import { useTheme } from '@/ui/theme';
import { space } from '@/ui/tokens';
import { useWords } from '@/ui/words';
import { appLock } from './app-lock';
import { asksAgain } from './asks-again';

/** Covers the screens until the phone knows who holds it. What waits to be sent knows nothing of it. */
export function LockGate({ children }: { children: ReactNode }) {
  const [isLocked, setLocked] = useState(appLock.isOn);
  const leftAt = useRef<number | null>(null);

  useEffect(() => {
    const watched = AppState.addEventListener('change', (state) => {
      if (state === 'background') leftAt.current = Date.now();
      if (state !== 'active' || leftAt.current === null) return;
      if (appLock.isOn() && asksAgain(leftAt.current, Date.now())) setLocked(true);
      leftAt.current = null;
    });
    return () => watched.remove();
  }, []);

  return isLocked ? <LockScreen onUnlocked={() => setLocked(false)} /> : children;
}

function LockScreen({ onUnlocked }: { onUnlocked: () => void }) {
  const { color } = useTheme();
  const { signOut } = useAuth();
  const owner = useStored((snapshot) => snapshot.owner);
  const t = useWords('lock');
  const [hasFailed, setFailed] = useState(false);

  const ask = useCallback(async () => {
    if (await unlock(t('prompt'))) onUnlocked();
    else setFailed(true);
  }, [t, onUnlocked]);
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    void ask();
  }, [ask]);

  return (
    <View style={[styles.page, { backgroundColor: color.background }]} testID="lock">
      <Icon name="lock-closed-outline" size={48} color={color.primary} />
      <Text size="title">{t('title')}</Text>
      <Text tone="muted" style={styles.centred}>
        {t(hasFailed ? 'failed' : 'lead')}
      </Text>
      <Button title={t('unlock')} icon="finger-print-outline" onPress={() => void ask()} />
      <Button
        look="plain"
        title={t('signOut')}
        testID="lock-sign-out"
        onPress={() => void leaveAccount(owner, signOut)}
      />
    </View>
  );
}

const styles = StyleSheet.create({
  page: { flex: 1, alignItems: 'center', justifyContent: 'center', gap: space.lg, padding: space.xl },
  centred: { textAlign: 'center' },
});
